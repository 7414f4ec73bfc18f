package io.github.bedrockjdbc.adapter;

import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.plan.JobsTable;
import io.github.bedrockjdbc.adapter.system.ApiCallsTable;
import io.github.bedrockjdbc.adapter.system.SessionTable;
import io.github.bedrockjdbc.adapter.system.SourcesTable;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import java.util.List;
import java.util.Map;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;

/** The schema {@code bedrock}. */
public final class JobsSchema extends AbstractSchema {
  /** Name of the schema, unless a model file gives it another. */
  public static final String NAME = "bedrock";

  /** What the schema has, by name. */
  public static final List<TableDescription> TABLES =
      List.of(
          ApiCallsTable.DESCRIPTION,
          JobsTable.DESCRIPTION,
          SessionTable.DESCRIPTION,
          SourcesTable.DESCRIPTION);

  /** Name of the table of jobs. */
  public static final String JOBS = JobsTable.DESCRIPTION.name();

  /** Name of that table's primary key, which is {@link JobColumn#JOB_ARN}. */
  public static final String PRIMARY_KEY = JOBS + "_pk";

  private final Map<String, Table> tables;

  /** Sends nothing. */
  public JobsSchema(Engine engine) {
    this.tables =
        Map.of(
            ApiCallsTable.DESCRIPTION.name(), ApiCallsTable.of(engine.calls()),
            JobsTable.DESCRIPTION.name(), new JobsTable(engine),
            SessionTable.DESCRIPTION.name(), SessionTable.of(engine),
            SourcesTable.DESCRIPTION.name(), SourcesTable.of(engine));
  }

  @Override
  protected Map<String, Table> getTableMap() {
    return tables;
  }
}
