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
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;

/** The schema {@code bedrock}. */
public final class JobsSchema extends AbstractSchema {
  /** Name of the schema, unless a model file gives it another. */
  public static final String NAME = "bedrock";

  private static final List<Member> MEMBERS =
      List.of(
          new Member(ApiCallsTable.DESCRIPTION, engine -> ApiCallsTable.of(engine.calls())),
          new Member(InferenceProfilesTable.DESCRIPTION, InferenceProfilesTable::of),
          new Member(JobDetailsTable.DESCRIPTION, JobDetailsTable::new),
          new Member(JobsTable.DESCRIPTION, JobsTable::new),
          new Member(ModelsTable.DESCRIPTION, ModelsTable::of),
          new Member(SessionTable.DESCRIPTION, SessionTable::of),
          new Member(SourcesTable.DESCRIPTION, SourcesTable::of));

  /** What the schema has, by name. */
  public static final List<TableDescription> TABLES =
      MEMBERS.stream().map(Member::description).toList();

  private final Map<String, Table> tables;

  /** Sends nothing. */
  public JobsSchema(Engine engine) {
    this.tables =
        MEMBERS.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    member -> member.description.name(), member -> member.table.apply(engine)));
  }

  @Override
  protected Map<String, Table> getTableMap() {
    return tables;
  }

  private record Member(TableDescription description, Function<Engine, Table> table) {}
}
