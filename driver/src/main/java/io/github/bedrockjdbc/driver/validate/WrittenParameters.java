package io.github.bedrockjdbc.driver.validate;

import io.github.bedrockjdbc.driver.parameter.Declarations;
import io.github.bedrockjdbc.driver.parameter.Declarations.Written;
import io.github.bedrockjdbc.driver.parameter.Parameter.Role;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/** Writes values into a statement where Calcite takes nothing but literals. */
final class WrittenParameters extends SqlBasicVisitor<Void> {
  /** The first argument of these, with a value to plan with while there is none. */
  private static final Map<String, Object> FIRST_ARGUMENTS =
      Map.of(
          "NTILE",
          BigDecimal.ONE,
          "DATE_TRUNC",
          "day",
          "DATE_PART",
          "day",
          "PERCENTILE_CONT",
          new BigDecimal("0.5"),
          "PERCENTILE_DISC",
          new BigDecimal("0.5"));

  private final Declarations declared;
  private final Parameters parameters;

  WrittenParameters(Declarations declared, Parameters parameters) {
    this.declared = declared;
    this.parameters = parameters;
  }

  @Override
  public Void visit(SqlCall call) {
    final Object sample =
        FIRST_ARGUMENTS.get(call.getOperator().getName().toUpperCase(Locale.ROOT));
    if (sample != null
        && call.operandCount() > 0
        && call.operand(0) instanceof SqlDynamicParam mark) {
      final SqlTypeName type =
          sample instanceof String
              ? SqlTypeName.VARCHAR
              : BigDecimal.ONE.compareTo((BigDecimal) sample) == 0
                  ? SqlTypeName.INTEGER
                  : SqlTypeName.DOUBLE;
      parameters.know(mark, type, Role.WRITTEN);
      call.setOperand(
          0,
          literal(
              declared.of(mark.getIndex()) instanceof Written written ? written.value() : sample,
              mark.getParserPosition()));
    }
    return super.visit(call);
  }

  private static SqlNode literal(Object value, SqlParserPos pos) {
    if (value instanceof BigDecimal number) {
      return SqlLiteral.createExactNumeric(number.toPlainString(), pos);
    }
    return value == null
        ? SqlLiteral.createNull(pos)
        : SqlLiteral.createCharString(value.toString(), pos);
  }
}
