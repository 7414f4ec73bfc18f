package io.github.bedrockjdbc.driver.syntax;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.function.DriverFunctions;
import java.util.Objects;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;

/**
 * Writes casts to texts of a length as what they mean in PostgreSQL. {@code CAST(x AS CHAR(n))} is
 * at most n characters, of which blanks at the end do not count: Calcite's value is padded, and
 * then equals no VARCHAR. A column of the result is padded where it is read. {@code CAST(x AS
 * VARCHAR(n))} is the first n characters: Calcite drops the cast where another follows, since it
 * takes a text without a length for a shorter one.
 */
public final class CharCasts extends SqlShuttle {
  @Override
  public SqlNode visit(SqlCall call) {
    final SqlNode inner = Objects.requireNonNull(super.visit(call));
    if (isCast(inner)
        && ((SqlCall) inner).operand(1) instanceof SqlDataTypeSpec type
        && type.getTypeNameSpec() instanceof SqlBasicTypeNameSpec spec) {
      final String name = spec.getTypeName().getSimple();
      if (name.equalsIgnoreCase(SqlTypeName.CHAR.getName())) {
        return cut((SqlCall) inner, spec);
      }
      if (name.equalsIgnoreCase(SqlTypeName.VARCHAR.getName()) && spec.getPrecision() > 0) {
        return shortened((SqlCall) inner, spec.getPrecision());
      }
    }
    return inner;
  }

  /** Literals and parameters stay what a scan understands. */
  private static SqlNode shortened(SqlCall cast, int length) {
    final SqlNode value = cast.operand(0);
    if (value instanceof SqlLiteral || value instanceof SqlDynamicParam) {
      return cast;
    }
    final SqlParserPos pos = cast.getParserPosition();
    final SqlNode text = SqlStdOperatorTable.CAST.createCall(pos, value, text(pos));
    return cast.getOperator()
        .createCall(
            pos,
            DriverFunctions.LEFT.createCall(
                pos, text, SqlLiteral.createExactNumeric(String.valueOf(length), pos)),
            cast.operand(1));
  }

  private static SqlDataTypeSpec text(SqlParserPos pos) {
    return new SqlDataTypeSpec(new SqlBasicTypeNameSpec(SqlTypeName.VARCHAR, pos), pos);
  }

  private static boolean isCast(SqlNode node) {
    return (node.getKind() == SqlKind.CAST || node.getKind() == SqlKind.SAFE_CAST)
        && ((SqlCall) node).operandCount() == 2;
  }

  private static SqlNode cut(SqlCall cast, SqlBasicTypeNameSpec spec) {
    final SqlParserPos pos = cast.getParserPosition();
    if (spec.getPrecision() == 0) {
      throw SqlMistake.at(pos, "CHAR(0) is not a type: write CHAR(n) with n of 1 or more");
    }
    return DriverFunctions.CHARACTERS.createCall(
        pos,
        SqlStdOperatorTable.CAST.createCall(pos, cast.operand(0), text(pos)),
        SqlLiteral.createExactNumeric(String.valueOf(Math.max(1, spec.getPrecision())), pos));
  }
}
