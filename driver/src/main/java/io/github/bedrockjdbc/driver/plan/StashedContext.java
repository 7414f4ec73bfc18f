package io.github.bedrockjdbc.driver.plan;

import java.util.Map;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.QueryProvider;
import org.apache.calcite.schema.SchemaPlus;

/** An execution's context, with the objects that a plan's generated code was made with. */
record StashedContext(DataContext execution, Map<String, Object> stash) implements DataContext {
  @Override
  public Object get(String name) {
    final Object stashed = stash.get(name);
    return stashed == null ? execution.get(name) : stashed;
  }

  @Override
  public SchemaPlus getRootSchema() {
    return execution.getRootSchema();
  }

  @Override
  public JavaTypeFactory getTypeFactory() {
    return execution.getTypeFactory();
  }

  @Override
  public QueryProvider getQueryProvider() {
    return execution.getQueryProvider();
  }
}
