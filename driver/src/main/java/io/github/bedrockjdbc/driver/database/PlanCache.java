package io.github.bedrockjdbc.driver.database;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.driver.parameter.Declarations;
import io.github.bedrockjdbc.driver.plan.Plan;
import io.github.bedrockjdbc.driver.plan.Planning;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Plans of recent statements. Planning happens outside the lock: it may take long. */
public final class PlanCache {
  private static final int MOST = 500;

  private final Planning planning;
  private final Map<Key, Plan> plans = new LinkedHashMap<>(16, 0.75f, true);

  PlanCache(Planning planning) {
    this.planning = planning;
  }

  /**
   * The plan of a statement.
   *
   * @param maxRows the most rows that the caller reads, 0 for all
   * @param declared what is known of parameters from their values
   * @param cancellation ends the wait
   */
  public Plan plan(String sql, long maxRows, Declarations declared, Cancellation cancellation)
      throws SQLException {
    final Key key = new Key(sql, maxRows, declared);
    final Plan known = get(key);
    if (known != null) {
      return known;
    }
    final Plan plan = planning.plan(sql, maxRows, declared, cancellation);
    put(key, plan);
    return plan;
  }

  private synchronized Plan get(Key key) {
    return plans.get(key);
  }

  private synchronized void put(Key key, Plan plan) {
    plans.put(key, plan);
    if (plans.size() > MOST) {
      plans.remove(plans.keySet().iterator().next());
    }
  }

  private record Key(String sql, long maxRows, Declarations declared) {}
}
