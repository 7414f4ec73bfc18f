package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.driver.parameter.Parameter;
import io.github.bedrockjdbc.driver.value.OutputColumn;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;

/**
 * A statement that can be executed any number of times, also at once. Holds nothing of an
 * execution.
 *
 * @param columns of its rows; none if it gives no rows, as a statement about transactions
 * @param parameters what the statement expects of each question mark
 * @param rows opens the plan in an execution; rows are arrays of Calcite's internal values
 * @param isDirect whether the scan alone gives the rows, without generated code
 * @param change what it makes of the connection's {@code maxAge}, if anything
 */
public record Plan(
    List<OutputColumn> columns,
    List<Parameter> parameters,
    Function1<DataContext, Enumerable<Object[]>> rows,
    boolean isDirect,
    Optional<MaxAgeChange> change) {
  /** Whether it gives rows. */
  public boolean isQuery() {
    return !columns.isEmpty();
  }

  static Plan of(
      List<OutputColumn> columns,
      List<Parameter> parameters,
      Function1<DataContext, Enumerable<Object[]>> rows,
      boolean isDirect) {
    return new Plan(columns, parameters, rows, isDirect, Optional.empty());
  }

  Plan changing(MaxAgeChange newChange) {
    return new Plan(columns, parameters, rows, isDirect, Optional.of(newChange));
  }
}
