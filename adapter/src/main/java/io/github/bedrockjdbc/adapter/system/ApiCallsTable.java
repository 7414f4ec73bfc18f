package io.github.bedrockjdbc.adapter.system;

import static org.apache.calcite.sql.type.SqlTypeName.BIGINT;
import static org.apache.calcite.sql.type.SqlTypeName.INTEGER;
import static org.apache.calcite.sql.type.SqlTypeName.TIMESTAMP;
import static org.apache.calcite.sql.type.SqlTypeName.VARCHAR;

import io.github.bedrockjdbc.adapter.api.ApiCall;
import io.github.bedrockjdbc.adapter.api.ApiCall.Answer;
import io.github.bedrockjdbc.adapter.api.CallLog;
import io.github.bedrockjdbc.adapter.api.Caller;
import io.github.bedrockjdbc.adapter.system.SystemTable.Column;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import java.util.List;
import org.apache.calcite.schema.Table;

/** The table {@code api_calls}: the engine's last calls, in the order in which they ended. */
public final class ApiCallsTable {
  private static final List<Column<ApiCall>> COLUMNS =
      List.of(
          new Column<>(
              "connection_id",
              BIGINT,
              true,
              call -> call.caller().map(Caller::connection).orElse(null),
              "Number of the connection among those of equal settings; null without the driver."),
          new Column<>(
              "query_id",
              BIGINT,
              true,
              call -> call.caller().map(Caller::query).orElse(null),
              "Number of the query's execution among all of theirs; null like connection_id."),
          new Column<>(
              "operation", VARCHAR, false, ApiCall::operation, "The service's name of the call."),
          new Column<>(
              "parameters",
              VARCHAR,
              false,
              ApiCall::parameters,
              "What was sent, a token as *; for GetModelInvocationJob the ARN."),
          new Column<>("region", VARCHAR, false, ApiCall::region, "Region that was asked."),
          new Column<>(
              "http_status",
              INTEGER,
              true,
              call -> call.answer().map(Answer::httpStatus).orElse(null),
              "Status of the last try's answer; null if there was none."),
          new Column<>(
              "error_type",
              VARCHAR,
              true,
              call -> call.errorType().orElse(null),
              "The service's name of the failure, else the driver's; null for a success."),
          new Column<>(
              "result_rows",
              INTEGER,
              true,
              call -> call.jobs().orElse(null),
              "Jobs in the answer; null for a failure."),
          new Column<>(
              "bytes",
              BIGINT,
              true,
              call -> call.answer().map(Answer::bytes).orElse(null),
              "Length of the last try's answer, headers aside; null if there was none."),
          new Column<>("tries", INTEGER, false, ApiCall::tries, "Requests sent for the call."),
          new Column<>(
              "request_id",
              VARCHAR,
              true,
              call -> call.answer().flatMap(Answer::requestId).orElse(null),
              "The service's number of the last try."),
          new Column<>(
              "start_time",
              TIMESTAMP,
              false,
              call -> call.start().toEpochMilli(),
              "When the call began, UTC."),
          new Column<>(
              "milliseconds",
              BIGINT,
              false,
              call -> call.duration().toMillis(),
              "How long the call took, pauses between tries included."));

  public static final TableDescription DESCRIPTION =
      SystemTable.description(
          "api_calls",
          "The last " + CallLog.CAPACITY + " calls to the service, one row for each.",
          COLUMNS);

  private ApiCallsTable() {}

  public static Table of(CallLog log) {
    return new SystemTable<>(DESCRIPTION, COLUMNS, log::calls);
  }
}
