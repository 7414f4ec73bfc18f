package io.github.bedrockjdbc.driver.code;

import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.QueryProvider;
import org.apache.calcite.schema.SchemaPlus;

/** A context that differs from an execution's in the values of some names. */
public interface DelegatingContext extends DataContext {
  DataContext execution();

  @Override
  default SchemaPlus getRootSchema() {
    return execution().getRootSchema();
  }

  @Override
  default JavaTypeFactory getTypeFactory() {
    return execution().getTypeFactory();
  }

  @Override
  default QueryProvider getQueryProvider() {
    return execution().getQueryProvider();
  }
}
