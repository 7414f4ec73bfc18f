package io.github.bedrockjdbc.driver.syntax;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/**
 * Makes a copy of each query that stands in several places, as after CASE with several WHEN: the
 * validator keeps one scope for a query, and writes into it what it found out.
 */
public final class RepeatedQueries extends SqlRewrite {
  private final Set<SqlNode> queries = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Not twice, as only the whole is copied. */
  @Override
  public Void visit(SqlCall call) {
    return queries.contains(call) ? null : super.visit(call);
  }

  @Override
  SqlNode rewritten(SqlCall call) {
    return call.isA(SqlKind.QUERY) && !queries.add(call) ? SyntaxCopy.of(call) : call;
  }
}
