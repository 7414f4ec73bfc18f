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
  /** Name of the table. */
  public static final String NAME = "api_calls";

  private static final List<Column<ApiCall>> COLUMNS =
      List.of(
          new Column<>(
              "connection_id",
              BIGINT,
              true,
              call -> call.caller().map(Caller::connection).orElse(null),
              "Number of the connection, among those with equal settings; null outside the"
                  + " driver."),
          new Column<>(
              "query_id",
              BIGINT,
              true,
              call -> call.caller().map(Caller::query).orElse(null),
              "Number of the execution, among all of these connections; null where"
                  + " connection_id is."),
          new Column<>(
              "operation",
              VARCHAR,
              false,
              call -> call.operation().wireName(),
              "Operation of the service."),
          new Column<>(
              "parameters",
              VARCHAR,
              false,
              ApiCall::parameters,
              "Request parameters, with tokens as *; for GetModelInvocationJob the ARN."),
          new Column<>("region", VARCHAR, false, ApiCall::region, "Region that was queried."),
          new Column<>(
              "http_status",
              INTEGER,
              true,
              call -> call.answer().map(Answer::httpStatus).orElse(null),
              "HTTP status of the last attempt; null if there was no response."),
          new Column<>(
              "error_type",
              VARCHAR,
              true,
              call -> call.errorType().orElse(null),
              "Error name of the service, or else of the driver; null on success."),
          new Column<>(
              "result_rows",
              INTEGER,
              true,
              call -> call.jobs().orElse(null),
              "Jobs, or other things, in the response; null on failure."),
          new Column<>(
              "bytes",
              BIGINT,
              true,
              call -> call.answer().map(Answer::bytes).orElse(null),
              "Length of the last attempt's response body; null if there was no response."),
          new Column<>("tries", INTEGER, false, ApiCall::tries, "Attempts that were sent."),
          new Column<>(
              "request_id",
              VARCHAR,
              true,
              call -> call.answer().flatMap(Answer::requestId).orElse(null),
              "Request ID of the last attempt."),
          new Column<>(
              "start_time",
              TIMESTAMP,
              false,
              call -> call.start().toEpochMilli(),
              "Start of the call, UTC."),
          new Column<>(
              "milliseconds",
              BIGINT,
              false,
              call -> call.duration().toMillis(),
              "Duration of the call, including pauses between attempts."),
          new Column<>(
              "service",
              VARCHAR,
              false,
              call -> call.operation().service().wireName(),
              "Service that was called, as in signatures: bedrock, s3 or tagging."),
          new Column<>("host", VARCHAR, false, ApiCall::host, "Host that was called."));

  public static final TableDescription DESCRIPTION =
      SystemTable.description(
          NAME,
          "The last " + CallLog.CAPACITY + " calls to the service, one row per call.",
          COLUMNS);

  private ApiCallsTable() {}

  public static Table of(CallLog log) {
    return new SystemTable<>(DESCRIPTION, COLUMNS, log::calls);
  }
}
