package io.github.bedrockjdbc.driver.function;

import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.util.Optionality;

/** Where a row lies in its partition, as a fraction. Calcite's own of that name give no type. */
final class RankFunction extends SqlAggFunction {
  RankFunction(String name) {
    super(
        name,
        null,
        SqlKind.valueOf(name),
        ReturnTypes.DOUBLE,
        null,
        OperandTypes.NILADIC,
        SqlFunctionCategory.NUMERIC,
        true,
        true,
        Optionality.FORBIDDEN);
  }

  @Override
  public boolean allowsFraming() {
    return false;
  }
}
