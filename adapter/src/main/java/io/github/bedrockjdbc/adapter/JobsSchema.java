package io.github.bedrockjdbc.adapter;

import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.listing.InferenceProfilesTable;
import io.github.bedrockjdbc.adapter.listing.ModelsTable;
import io.github.bedrockjdbc.adapter.plan.JobDetailsTable;
import io.github.bedrockjdbc.adapter.plan.JobsTable;
import io.github.bedrockjdbc.adapter.system.ApiCallsTable;
import io.github.bedrockjdbc.adapter.system.SessionTable;
import io.github.bedrockjdbc.adapter.system.SourcesTable;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import java.util.List;

/** The schema {@code bedrock}. */
public final class JobsSchema extends LazySchema {
  /** Name of the schema, unless a model file gives it another. */
  public static final String NAME = "bedrock";

  /** Sends nothing. */
  public JobsSchema(Engine engine) {
    super(
        new LazyTables()
            .with(ApiCallsTable.NAME, () -> ApiCallsTable.of(engine.calls()))
            .with(InferenceProfilesTable.NAME, () -> InferenceProfilesTable.of(engine))
            .with(JobDetailsTable.NAME, () -> new JobDetailsTable(engine))
            .with(JobsTable.NAME, () -> new JobsTable(engine))
            .with(ModelsTable.NAME, () -> ModelsTable.of(engine))
            .with(SessionTable.NAME, () -> SessionTable.of(engine))
            .with(SourcesTable.NAME, () -> SourcesTable.of(engine)));
  }

  /** What the schema has, by name. */
  public static List<TableDescription> descriptions() {
    return List.of(
        ApiCallsTable.DESCRIPTION,
        InferenceProfilesTable.DESCRIPTION,
        JobDetailsTable.DESCRIPTION,
        JobsTable.DESCRIPTION,
        ModelsTable.DESCRIPTION,
        SessionTable.DESCRIPTION,
        SourcesTable.DESCRIPTION);
  }
}
