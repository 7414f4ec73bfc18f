package io.github.bedrockjdbc.driver;

import java.util.Objects;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;

/**
 * Writes {@code CAST(x AS CHAR(n))} as what it means in PostgreSQL: at most n characters, of which
 * blanks at the end do not count. Calcite's value is padded, and then equals no VARCHAR. A column
 * of the result is padded where it is read.
 */
final class CharCasts extends SqlShuttle {
  @Override
  public SqlNode visit(SqlCall call) {
    final SqlNode inner = Objects.requireNonNull(super.visit(call));
    return isCast(inner)
            && ((SqlCall) inner).operand(1) instanceof SqlDataTypeSpec type
            && type.getTypeNameSpec() instanceof SqlBasicTypeNameSpec spec
            && spec.getTypeName().getSimple().equalsIgnoreCase(SqlTypeName.CHAR.getName())
        ? cut((SqlCall) inner, spec)
        : inner;
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
    final SqlDataTypeSpec text =
        new SqlDataTypeSpec(new SqlBasicTypeNameSpec(SqlTypeName.VARCHAR, pos), pos);
    return OwnFunctions.CHARACTERS.createCall(
        pos,
        SqlStdOperatorTable.CAST.createCall(pos, cast.operand(0), text),
        SqlLiteral.createExactNumeric(String.valueOf(Math.max(1, spec.getPrecision())), pos));
  }
}
