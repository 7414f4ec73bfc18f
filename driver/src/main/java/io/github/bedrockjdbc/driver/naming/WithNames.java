package io.github.bedrockjdbc.driver.naming;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/** Names a query of WITH where it is read as it is where it is made: Calcite looks at the case. */
public final class WithNames extends SqlBasicVisitor<Void> {
  private Map<String, SqlIdentifier> known = new HashMap<>();

  /** Changes a statement. */
  public static void matched(SqlNode statement) {
    statement.accept(new WithNames());
  }

  @Override
  public Void visit(SqlCall call) {
    if (call instanceof SqlWith with) {
      visitWith(with);
      return null;
    }
    if (call instanceof SqlSelect select && select.getFrom() != null) {
      match(select.getFrom());
    } else if (call.getKind() == SqlKind.EXPLICIT_TABLE) {
      match(call.operand(0));
    }
    return super.visit(call);
  }

  private void visitWith(SqlWith with) {
    final Map<String, SqlIdentifier> outer = known;
    known = new HashMap<>(outer);
    for (SqlNode node : with.withList) {
      final SqlWithItem item = (SqlWithItem) node;
      if (item.recursive.booleanValue()) {
        known.put(folded(item.name), item.name);
      }
      item.query.accept(this);
      known.put(folded(item.name), item.name);
    }
    with.body.accept(this);
    known = outer;
  }

  private void match(SqlNode from) {
    if (from instanceof SqlIdentifier table && table.isSimple()) {
      final SqlIdentifier name = known.get(folded(table));
      if (name != null && !name.getSimple().equals(table.getSimple())) {
        table.assignNamesFrom(name);
      }
    } else if (from instanceof SqlJoin join) {
      match(join.getLeft());
      match(join.getRight());
    } else if (from.getKind() == SqlKind.AS) {
      match(((SqlCall) from).operand(0)); // the names that follow are of columns
    }
  }

  private static String folded(SqlIdentifier name) {
    return name.getSimple().toUpperCase(Locale.ROOT);
  }
}
