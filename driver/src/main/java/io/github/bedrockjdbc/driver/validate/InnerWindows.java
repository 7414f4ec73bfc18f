package io.github.bedrockjdbc.driver.validate;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/**
 * Keys of a window that have windows in subqueries. They are validated here, and stand aside while
 * Calcite validates the window, which takes those windows for nested ones and refuses them.
 */
final class InnerWindows {
  private final SqlNodeList keys;
  private final List<SqlNode> written;

  private InnerWindows(SqlNodeList keys) {
    this.keys = keys;
    this.written = new ArrayList<>(keys.getList());
  }

  /** Puts others of the same types in their places. */
  static List<InnerWindows> aside(
      SqlWindow window, SqlValidator validator, SqlValidatorScope scope) {
    final List<InnerWindows> aside =
        List.of(
            new InnerWindows(window.getPartitionList()), new InnerWindows(window.getOrderList()));
    aside.forEach(each -> each.replace(validator, scope));
    return aside;
  }

  private void replace(SqlValidator validator, SqlValidatorScope scope) {
    for (int i = 0; i < written.size(); i++) {
      final SqlNode key = written.get(i);
      if (WindowFinder.areOnlyInSubqueries(key)) {
        key.validateExpr(validator, scope);
        final SqlParserPos pos = key.getParserPosition();
        keys.set(
            i,
            SqlStdOperatorTable.CAST.createCall(
                pos,
                SqlLiteral.createNull(pos),
                SqlTypeUtil.convertTypeToSpec(validator.deriveType(scope, key))));
      }
    }
  }

  /** Puts them back. */
  void restore() {
    for (int i = 0; i < written.size(); i++) {
      keys.set(i, written.get(i));
    }
  }
}
