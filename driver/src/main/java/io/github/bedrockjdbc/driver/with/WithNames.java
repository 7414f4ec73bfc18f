package io.github.bedrockjdbc.driver.with;

import java.util.Optional;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;

/** Names a query of WITH where it is read as it is where it is made: Calcite looks at the case. */
public final class WithNames extends WithScopes<SqlIdentifier> {
  private WithNames() {}

  /** Changes a statement. */
  public static void matched(SqlNode statement) {
    statement.accept(new WithNames());
  }

  /** The query itself, after WITH if there is one. */
  public static SqlNode body(SqlNode query) {
    return query instanceof SqlWith with ? with.body : query;
  }

  @Override
  protected void table(SqlIdentifier table, Optional<SqlIdentifier> query) {
    query
        .filter(name -> !name.getSimple().equals(table.getSimple()))
        .ifPresent(table::assignNamesFrom);
  }

  @Override
  protected SqlIdentifier ofItself(SqlWithItem query) {
    return query.name;
  }

  @Override
  protected SqlIdentifier looked(SqlWithItem query) {
    query.query.accept(this);
    return query.name;
  }
}
