package io.github.bedrockjdbc.driver.with;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * Walks over the tables that a statement reads, and knows of each whether a query of WITH is meant.
 *
 * @param <T> what is known of such a query
 */
public abstract class WithScopes<T> extends SqlBasicVisitor<Void> {
  private Map<String, T> known = new HashMap<>();

  /**
   * A table in FROM.
   *
   * @param query of WITH that it names; empty if it names none
   */
  protected abstract void table(SqlIdentifier table, Optional<T> query);

  /** What is known of a query that reads itself, before it is looked at. */
  protected abstract T ofItself(SqlWithItem query);

  /** Looks at a query, with {@link SqlWithItem#query}, and tells what is known of it then. */
  protected abstract T looked(SqlWithItem query);

  @Override
  public final Void visit(SqlCall call) {
    if (call instanceof SqlWith with) {
      visitWith(with);
      return null;
    }
    if (call instanceof SqlSelect select && select.getFrom() != null) {
      from(select.getFrom());
    } else if (call.getKind() == SqlKind.EXPLICIT_TABLE) {
      from(call.operand(0));
    }
    return super.visit(call);
  }

  private void visitWith(SqlWith with) {
    final Map<String, T> outer = known;
    known = new HashMap<>(outer);
    for (SqlNode node : with.withList) {
      final SqlWithItem query = (SqlWithItem) node;
      if (query.recursive.booleanValue()) {
        known.put(folded(query.name), ofItself(query));
      }
      known.put(folded(query.name), looked(query));
    }
    with.body.accept(this);
    known = outer;
  }

  private void from(SqlNode from) {
    if (from instanceof SqlIdentifier table) {
      table(
          table,
          table.isSimple() ? Optional.ofNullable(known.get(folded(table))) : Optional.empty());
    } else if (from instanceof SqlJoin join) {
      from(join.getLeft());
      from(join.getRight());
    } else if (from.getKind() == SqlKind.AS || from.getKind() == SqlKind.TABLESAMPLE) {
      from(((SqlCall) from).operand(0)); // the names that follow are of columns
    }
  }

  private static String folded(SqlIdentifier name) {
    return name.getSimple().toUpperCase(Locale.ROOT);
  }
}
