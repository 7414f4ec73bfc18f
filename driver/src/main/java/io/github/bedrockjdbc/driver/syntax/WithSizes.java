package io.github.bedrockjdbc.driver.syntax;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * Counts tables as often as they are planned: a query of WITH once for each place that names it, so
 * that twenty which each name the one before twice are a million.
 */
public final class WithSizes extends SqlBasicVisitor<Void> {
  public static final int MOST = 200;

  private Map<String, Long> sizes = new HashMap<>();
  private long tables;

  public static void check(SqlNode statement) {
    statement.accept(new WithSizes());
  }

  @Override
  public Void visit(SqlCall call) {
    if (call instanceof SqlWith with) {
      visitWith(with);
      return null;
    }
    if (call instanceof SqlSelect select && select.getFrom() != null) {
      addTables(select.getFrom());
    }
    return super.visit(call);
  }

  private void visitWith(SqlWith with) {
    final Map<String, Long> outer = sizes;
    final long before = tables;
    sizes = new HashMap<>(outer);
    for (SqlNode node : with.withList) {
      final SqlWithItem item = (SqlWithItem) node;
      final String name = item.name.getSimple().toUpperCase(Locale.ROOT);
      tables = 0;
      sizes.remove(name); // itself, of one that is recursive
      item.query.accept(this);
      sizes.put(name, Math.max(1, tables));
    }
    tables = before;
    with.body.accept(this);
    sizes = outer;
  }

  private void addTables(SqlNode from) {
    if (from instanceof SqlIdentifier table) {
      final String name =
          table.isSimple() ? table.getSimple().toUpperCase(Locale.ROOT) : table.toString();
      tables += sizes.getOrDefault(name, 1L);
      if (tables > MOST) {
        throw new SqlFault(
            SqlState.TOO_COMPLEX,
            SqlMistake.place(table.getParserPosition())
                + "the statement reads more than "
                + MOST
                + " tables, as a WITH query counts each time it is referenced: reference it"
                + " less often, or split the statement");
      }
    } else if (from != null && from.getKind() == SqlKind.AS) {
      addTables(((SqlCall) from).operand(0)); // the names that follow are of columns
    } else if (from instanceof SqlCall call && !call.isA(SqlKind.QUERY)) {
      call.getOperandList().stream().filter(o -> o != null).forEach(this::addTables);
    }
  }
}
