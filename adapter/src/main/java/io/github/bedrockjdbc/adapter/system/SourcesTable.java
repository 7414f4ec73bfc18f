package io.github.bedrockjdbc.adapter.system;

import static org.apache.calcite.sql.type.SqlTypeName.BIGINT;
import static org.apache.calcite.sql.type.SqlTypeName.VARCHAR;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.constraint.SourceFacts;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.engine.SourceStats;
import io.github.bedrockjdbc.adapter.system.SystemTable.Column;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.schema.Table;

/** The table {@code sources}: what became of each region and account that is asked. */
public final class SourcesTable {
  private static final List<Column<Row>> COLUMNS =
      List.of(
          new Column<>(
              "region",
              VARCHAR,
              true,
              row -> row.facts.region().orElse(null),
              "Region that is asked; null if the AWS settings decide and were not read yet."),
          new Column<>(
              "account_id",
              VARCHAR,
              true,
              row -> row.facts.account().orElse(null),
              "Account, once a job told it."),
          new Column<>(
              "account_name",
              VARCHAR,
              true,
              row -> row.source.accountName().orElse(null),
              "The account as the settings name it; null if they name none."),
          new Column<>(
              "state",
              VARCHAR,
              false,
              row -> row.asked.state().name().toLowerCase(Locale.ROOT),
              "How the last call ended: ok or failed; skipped where a query went on without it;"
                  + " not_asked."),
          new Column<>(
              "error_type",
              VARCHAR,
              true,
              row -> row.asked.failure().map(ApiException::type).orElse(null),
              "The service's name of the failure, else the driver's; null if the last call"
                  + " succeeded."),
          new Column<>(
              "error_message",
              VARCHAR,
              true,
              row -> row.asked.failure().map(ApiException::getMessage).orElse(null),
              "What failed, and what to do about it."),
          new Column<>(
              "request_id",
              VARCHAR,
              true,
              row -> row.asked.failure().flatMap(ApiException::requestId).orElse(null),
              "The service's number of the request that failed."),
          new Column<>(
              "jobs_read",
              BIGINT,
              false,
              row -> row.asked.jobs(),
              "Jobs in all pages since the first connection of these settings."),
          new Column<>("calls", BIGINT, false, row -> row.asked.calls(), "Calls since then."),
          new Column<>(
              "milliseconds",
              BIGINT,
              false,
              row -> row.asked.milliseconds(),
              "How long these took, one after the other."));

  public static final TableDescription DESCRIPTION =
      SystemTable.description(
          "sources", "The regions and accounts that are asked, one row for each.", COLUMNS);

  private SourcesTable() {}

  public static Table of(Engine engine) {
    return new SystemTable<>(
        DESCRIPTION,
        COLUMNS,
        () ->
            engine.sources().stream()
                .map(
                    source -> new Row(source, source.factsWhenPlanned(), source.asked().snapshot()))
                .toList());
  }

  private record Row(Source source, SourceFacts facts, SourceStats.Snapshot asked) {}
}
