package io.github.bedrockjdbc.driver.database;

import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.driver.plan.Planning;
import io.github.bedrockjdbc.driver.runtime.ExecutionState;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.linq4j.QueryProvider;
import org.apache.calcite.rel.type.TimeFrames;
import org.apache.calcite.schema.SchemaPlus;

/** What a plan may ask of one execution. The clock is read once, and all clocks are UTC. */
public final class QueryContext implements DataContext {
  private final Planning planning;
  private final SchemaPlus schema;
  private final Map<String, Object> values = new HashMap<>();

  /**
   * @param parameters internal values by position; null is SQL's NULL
   */
  public QueryContext(
      Planning planning,
      Execution execution,
      List<Object> parameters,
      String user,
      long nowMillis) {
    this.planning = planning;
    // Of its own, as a recursion puts its rows there under the name of its WITH query.
    this.schema = CalciteSchema.createRootSchema(false, false, "", planning.schema().plus()).plus();
    values.put(Engine.EXECUTION, execution);
    values.put(ExecutionState.NAME, new ExecutionState(execution.cancellation()));
    values.put(Variable.UTC_TIMESTAMP.camelName, nowMillis);
    values.put(Variable.CURRENT_TIMESTAMP.camelName, nowMillis);
    values.put(Variable.LOCAL_TIMESTAMP.camelName, nowMillis);
    values.put(Variable.TIME_ZONE.camelName, TimeZone.getTimeZone("UTC"));
    values.put(Variable.LOCALE.camelName, Locale.ROOT);
    values.put(Variable.USER.camelName, user);
    values.put(Variable.SYSTEM_USER.camelName, user);
    values.put(Variable.TIME_FRAME_SET.camelName, TimeFrames.CORE);
    final AtomicBoolean isCancelled = new AtomicBoolean();
    execution.cancellation().whenCancelled(() -> isCancelled.set(true));
    values.put(Variable.CANCEL_FLAG.camelName, isCancelled);
    for (int i = 0; i < parameters.size(); i++) {
      values.put("?" + i, parameters.get(i));
    }
  }

  @Override
  public SchemaPlus getRootSchema() {
    return schema;
  }

  @Override
  public JavaTypeFactory getTypeFactory() {
    return planning.types();
  }

  @Override
  public QueryProvider getQueryProvider() {
    throw new UnsupportedOperationException("Plans do not query by themselves");
  }

  @Override
  public Object get(String name) {
    return values.get(name);
  }
}
