package io.github.bedrockjdbc.adapter;

import java.util.Map;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;

/** The schema {@code bedrock}. */
public final class JobsSchema extends AbstractSchema {
  /** Name of the schema, unless a model file gives it another. */
  public static final String NAME = "bedrock";

  /** Name of the table of jobs. */
  public static final String JOBS = "jobs";

  private final Map<String, Table> tables;

  /** Sends nothing. */
  public JobsSchema(Engine engine) {
    this.tables = Map.of(JOBS, new JobsTable(engine));
  }

  @Override
  protected Map<String, Table> getTableMap() {
    return tables;
  }
}
