package io.github.bedrockjdbc.driver;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.fun.SqlTrimFunction;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * {@code CAST(x AS CHAR(n))} as PostgreSQL has it: blanks fill a value up where it is a column of
 * the result, and count for nothing where it is compared, joined or measured.
 */
final class CharCasts extends SqlRewrite {
  /** They are filled up. */
  private final Set<SqlNode> columns = Collections.newSetFromMap(new IdentityHashMap<>());

  CharCasts(SqlNode statement) {
    final SqlNode query =
        statement instanceof SqlOrderBy ordered && ordered.query instanceof SqlSelect
            ? ordered.query
            : statement;
    if (query instanceof SqlSelect select && select.getGroup() == null && !select.isDistinct()) {
      select.getSelectList().forEach(column -> columns.add(SqlUtil.stripAs(column)));
    }
  }

  @Override
  SqlNode rewritten(SqlCall call) {
    if (call.getKind() != SqlKind.CAST
        || columns.contains(call)
        || !(call.operand(1) instanceof SqlDataTypeSpec type)
        || !(type.getTypeNameSpec() instanceof SqlBasicTypeNameSpec name)
        || !name.getTypeName().getSimple().equals(SqlTypeName.CHAR.name())) {
      return call;
    }
    final SqlParserPos pos = call.getParserPosition();
    final SqlDataTypeSpec text =
        new SqlDataTypeSpec(
            new SqlBasicTypeNameSpec(SqlTypeName.VARCHAR, Math.max(1, name.getPrecision()), pos),
            pos);
    return SqlStdOperatorTable.TRIM.createCall(
        pos,
        SqlTrimFunction.Flag.TRAILING.symbol(pos),
        SqlLiteral.createCharString(" ", pos),
        call.getOperator().createCall(pos, call.operand(0), text));
  }
}
