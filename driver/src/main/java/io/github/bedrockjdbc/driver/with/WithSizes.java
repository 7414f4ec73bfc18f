package io.github.bedrockjdbc.driver.with;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.util.Optional;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWithItem;

/**
 * Counts tables as often as they are planned: a query of WITH once for each place that names it, so
 * that twenty which each name the one before twice are a million.
 */
public final class WithSizes extends WithScopes<Long> {
  public static final int MOST = 200;

  private long tables;

  private WithSizes() {}

  public static void check(SqlNode statement) {
    statement.accept(new WithSizes());
  }

  @Override
  protected void table(SqlIdentifier table, Optional<Long> query) {
    tables += query.orElse(1L);
    if (tables > MOST) {
      throw new SqlFault(
          SqlState.TOO_COMPLEX,
          SqlMistake.place(table.getParserPosition())
              + "the statement reads more than "
              + MOST
              + " tables, as a WITH query counts each time it is referenced: reference it"
              + " less often, or split the statement");
    }
  }

  @Override
  protected Long ofItself(SqlWithItem query) {
    return 1L;
  }

  @Override
  protected Long looked(SqlWithItem query) {
    final long before = tables;
    tables = 0;
    query.query.accept(this);
    final long size = Math.max(1, tables);
    tables = before;
    return size;
  }
}
