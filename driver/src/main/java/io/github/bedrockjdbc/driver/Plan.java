package io.github.bedrockjdbc.driver;

import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.avatica.AvaticaParameter;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;

/**
 * A statement that can be executed any number of times, also at once. Holds nothing of an
 * execution.
 *
 * @param signature columns and parameters, as Avatica knows them
 * @param rows opens the plan in an execution; rows are arrays of Calcite's internal values
 * @param isDirect whether the scan alone gives the rows, without generated code
 */
record Plan(
    Meta.Signature signature, Function1<DataContext, Enumerable<Object[]>> rows, boolean isDirect) {

  static Plan of(
      String sql,
      List<ColumnMetaData> columns,
      List<AvaticaParameter> parameters,
      Function1<DataContext, Enumerable<Object[]>> rows,
      boolean isDirect) {
    return new Plan(Signatures.of(sql, columns, parameters), rows, isDirect);
  }
}
