package io.github.bedrockjdbc.driver.naming;

import io.github.bedrockjdbc.driver.function.DatePart;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * Makes {@code DATE_PART('unit', t)} of what {@code EXTRACT(unit FROM t)} is parsed as, once the
 * columns have their names: in PostgreSQL, the two differ in that alone.
 */
public final class ExtractCalls extends SqlBasicVisitor<Void> {
  /** The name that it is parsed under, which nobody types. */
  public static final String NAME = "EXTRACT$";

  @Override
  public Void visit(SqlCall call) {
    super.visit(call);
    if (call instanceof SqlBasicCall basic && call.getOperator().getName().equals(NAME)) {
      basic.setOperator(
          new SqlUnresolvedFunction(
              new SqlIdentifier(DatePart.NAME, call.getParserPosition()),
              null,
              null,
              null,
              null,
              SqlFunctionCategory.USER_DEFINED_FUNCTION));
    }
    return null;
  }
}
