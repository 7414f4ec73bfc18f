package io.github.bedrockjdbc.adapter;

import static org.apache.calcite.sql.type.SqlTypeName.BIGINT;
import static org.apache.calcite.sql.type.SqlTypeName.INTEGER;
import static org.apache.calcite.sql.type.SqlTypeName.TIMESTAMP;
import static org.apache.calcite.sql.type.SqlTypeName.VARCHAR;

import io.github.bedrockjdbc.adapter.api.ApiCall;
import io.github.bedrockjdbc.adapter.api.ApiCall.Answer;
import io.github.bedrockjdbc.adapter.api.CallLog;
import io.github.bedrockjdbc.adapter.api.Caller;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.ScannableTable;
import org.apache.calcite.schema.Schema.TableType;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * The table {@code api_calls}: the engine's last calls, as they stand when a query opens it. They
 * come in the order in which they ended. Reading it calls nobody.
 */
final class ApiCallsTable extends AbstractTable implements ScannableTable {
  static final TableDescription DESCRIPTION =
      new TableDescription(
          "api_calls",
          TableType.SYSTEM_TABLE,
          "The last " + CallLog.CAPACITY + " calls to the service, one row for each.",
          List.of(Column.values()));

  private final CallLog log;

  ApiCallsTable(CallLog log) {
    this.log = log;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory typeFactory) {
    return TableColumn.rowType(typeFactory, DESCRIPTION.columns());
  }

  @Override
  public TableType getJdbcTableType() {
    return DESCRIPTION.type();
  }

  @Override
  public Enumerable<Object[]> scan(DataContext root) {
    return Linq4j.asEnumerable(log.calls()).select(ApiCallsTable::row);
  }

  private static Object[] row(ApiCall call) {
    return Stream.of(Column.values()).map(column -> column.value.apply(call)).toArray();
  }

  /** The columns, in order, with the value that each shows of a call. */
  private enum Column implements TableColumn {
    CONNECTION_ID(
        BIGINT,
        true,
        call -> call.caller().map(Caller::connection).orElse(null),
        "Number of the connection among those of equal settings; null without the JDBC driver."),
    QUERY_ID(
        BIGINT,
        true,
        call -> call.caller().map(Caller::query).orElse(null),
        "Number of the query's execution among all these connections; null like connection_id."),
    OPERATION(VARCHAR, false, ApiCall::operation, "The service's name of the call."),
    PARAMETERS(
        VARCHAR,
        false,
        ApiCall::parameters,
        "What was sent, tokens as *; for GetModelInvocationJob the ARN."),
    REGION(VARCHAR, false, ApiCall::region, "Region that was asked."),
    HTTP_STATUS(
        INTEGER,
        true,
        call -> call.answer().map(Answer::httpStatus).orElse(null),
        "Status of the last answer; null if the last try had none."),
    ERROR_TYPE(
        VARCHAR,
        true,
        call -> call.errorType().orElse(null),
        "The service's name of the failure, else the driver's; null for a success."),
    RESULT_ROWS(
        INTEGER, true, call -> call.jobs().orElse(null), "Jobs in the answer; null for a failure."),
    BYTES(
        BIGINT,
        true,
        call -> call.answer().map(Answer::bytes).orElse(null),
        "Length of the last answer's body; null if the last try had none."),
    TRIES(INTEGER, false, ApiCall::tries, "Requests sent for the call."),
    REQUEST_ID(
        VARCHAR,
        true,
        call -> call.answer().flatMap(Answer::requestId).orElse(null),
        "The service's number of the last request."),
    START_TIME(TIMESTAMP, false, call -> call.start().toEpochMilli(), "When the call began, UTC."),
    MILLISECONDS(
        BIGINT,
        false,
        call -> call.duration().toMillis(),
        "How long the call took, pauses between tries included.");

    private final SqlTypeName type;
    private final boolean nullable;
    private final Function<ApiCall, Object> value;
    private final String description;

    Column(
        SqlTypeName type, boolean nullable, Function<ApiCall, Object> value, String description) {
      this.type = type;
      this.nullable = nullable;
      this.value = value;
      this.description = description;
    }

    @Override
    public String columnName() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public SqlTypeName type() {
      return type;
    }

    @Override
    public boolean isNullable() {
      return nullable;
    }

    @Override
    public String description() {
      return description;
    }
  }
}
