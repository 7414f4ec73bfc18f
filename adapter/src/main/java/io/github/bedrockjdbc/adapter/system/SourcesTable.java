package io.github.bedrockjdbc.adapter.system;

import static org.apache.calcite.sql.type.SqlTypeName.BIGINT;
import static org.apache.calcite.sql.type.SqlTypeName.VARCHAR;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.constraint.SourceFacts;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.engine.SourceStats;
import io.github.bedrockjdbc.adapter.kept.KeptWalks;
import io.github.bedrockjdbc.adapter.system.SystemTable.Column;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.schema.Table;

/** The table {@code sources}: what became of each region and account that is asked. */
public final class SourcesTable {
  /** Name of the table. */
  public static final String NAME = "sources";

  private static final List<Column<Row>> COLUMNS =
      List.of(
          new Column<>(
              "region",
              VARCHAR,
              true,
              row -> row.facts.region().orElse(null),
              "Region that is queried; null if it comes from the AWS settings and these were"
                  + " not read yet."),
          new Column<>(
              "account_id",
              VARCHAR,
              true,
              row -> row.facts.account().orElse(null),
              "Account ID, once a job has been read."),
          new Column<>(
              "account_name",
              VARCHAR,
              true,
              row -> row.source.accountName().orElse(null),
              "Profile or role that stands for the account; null if none is set."),
          new Column<>(
              "state",
              VARCHAR,
              false,
              row -> row.asked.state().name().toLowerCase(Locale.ROOT),
              "Outcome of the last call: ok, failed, skipped (left out of a query) or not_asked."),
          new Column<>(
              "error_type",
              VARCHAR,
              true,
              row -> row.asked.failure().map(ApiException::type).orElse(null),
              "Error name of the service, or else of the driver; null if the last call succeeded."),
          new Column<>(
              "error_message",
              VARCHAR,
              true,
              row -> row.asked.failure().map(ApiException::getMessage).orElse(null),
              "Error message, with advice."),
          new Column<>(
              "request_id",
              VARCHAR,
              true,
              row -> row.asked.failure().flatMap(ApiException::requestId).orElse(null),
              "Request ID of the failed request."),
          new Column<>(
              "jobs_read",
              BIGINT,
              false,
              row -> row.asked.jobs(),
              "Jobs received since the first connection with these settings."),
          new Column<>("calls", BIGINT, false, row -> row.asked.calls(), "Calls since then."),
          new Column<>(
              "milliseconds",
              BIGINT,
              false,
              row -> row.asked.milliseconds(),
              "Total duration of these calls."),
          new Column<>(
              "kept_jobs",
              BIGINT,
              false,
              row -> row.kept.jobs(),
              "Jobs that are kept for maxAge; one counts once for each request that it is kept of."),
          new Column<>(
              "kept_bytes", BIGINT, false, row -> row.kept.bytes(), "Memory that they take."),
          new Column<>(
              "kept_seconds",
              BIGINT,
              true,
              row -> row.kept.age().map(Duration::toSeconds).orElse(null),
              "Age of the youngest of them; null if none are kept."));

  public static final TableDescription DESCRIPTION =
      SystemTable.description(
          NAME, "Regions and accounts that are queried, one row per pair.", COLUMNS);

  private SourcesTable() {}

  public static Table of(Engine engine) {
    return new SystemTable<>(
        DESCRIPTION,
        COLUMNS,
        () ->
            engine.sources().stream()
                .map(
                    source ->
                        new Row(
                            source,
                            source.factsWhenPlanned(),
                            source.asked().snapshot(),
                            engine.walks().kept(source)))
                .toList());
  }

  private record Row(
      Source source, SourceFacts facts, SourceStats.Snapshot asked, KeptWalks.Kept kept) {}
}
