package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.driver.parameter.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.calcite.DataContext;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;

/**
 * A statement that can be executed any number of times, also at once. Holds nothing of an
 * execution.
 *
 * @param signature columns and parameters, as Avatica knows them
 * @param parameters what the statement expects of each question mark
 * @param rows opens the plan in an execution; rows are arrays of Calcite's internal values
 * @param isDirect whether the scan alone gives the rows, without generated code
 * @param change what it makes of the connection's {@code maxAge}, if anything
 */
public record Plan(
    Meta.Signature signature,
    List<Parameter> parameters,
    Function1<DataContext, Enumerable<Object[]>> rows,
    boolean isDirect,
    Optional<MaxAgeChange> change) {
  /** Whether it gives rows: a statement about transactions does not. */
  public boolean isQuery() {
    return !signature.columns.isEmpty();
  }

  static Plan of(
      String sql,
      List<ColumnMetaData> columns,
      List<Parameter> parameters,
      Function1<DataContext, Enumerable<Object[]>> rows,
      boolean isDirect) {
    return new Plan(
        ResultSignatures.of(
            sql,
            columns,
            IntStream.range(0, parameters.size())
                .mapToObj(i -> parameters.get(i).metaData(i))
                .toList()),
        parameters,
        rows,
        isDirect,
        Optional.empty());
  }

  Plan changing(MaxAgeChange newChange) {
    return new Plan(signature, parameters, rows, isDirect, Optional.of(newChange));
  }
}
