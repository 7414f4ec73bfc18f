package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.parameter.PlainValue;
import io.github.bedrockjdbc.driver.parameter.TargetType;
import io.github.bedrockjdbc.driver.plan.Plan;
import io.github.bedrockjdbc.driver.plan.SessionCommand;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLType;
import java.util.Calendar;
import java.util.Optional;

/**
 * A statement with parameters, whose values are converted to what the statement expects of each.
 */
final class BedrockPreparedStatement extends ParameterSetters {
  private final String sql;
  private final Plan plan;
  private final BoundValues values;

  BedrockPreparedStatement(
      BedrockConnection connection, String sql, Plan plan, ResultOptions options) {
    super(connection, options);
    this.sql = sql;
    this.plan = plan;
    this.values = new BoundValues(plan.parameters());
  }

  @Override
  void set(int index, Object value, Calendar calendar) throws SQLException {
    checkParameter(index);
    values.set(index - 1, () -> PlainValue.of(value, calendar));
  }

  @Override
  void checkParameter(int index) throws SQLException {
    checkOpen();
    if (index < 1 || index > values.count()) {
      throw SqlErrors.noSuch("No parameter", index, values.count());
    }
  }

  @Override
  public void clearParameters() throws SQLException {
    checkOpen();
    values.clear();
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    checkOpen();
    if (!plan.isQuery()) {
      throw SessionCommand.givesNoRows();
    }
    return run().orElseThrow();
  }

  @Override
  public boolean execute() throws SQLException {
    return run().isPresent();
  }

  /**
   * Plans anew only if {@code setMaxRows} asks for fewer rows than the plan gives, or a value needs
   * another type than the plan has for it.
   */
  private Optional<ResultSet> run() throws SQLException {
    return run(
        cancellation ->
            values.run(declared -> owner().plan(sql, getLargeMaxRows(), declared, cancellation)));
  }

  @Override
  public int executeUpdate() throws SQLException {
    return Math.toIntExact(executeLargeUpdate());
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    checkOpen();
    if (!plan.isQuery()) {
      execute();
      return 0;
    }
    throw SessionCommand.givesRows();
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    return plan.isQuery() ? new BedrockResultSetMetaData(plan.columns()) : null;
  }

  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    checkOpen();
    return new BedrockParameterMetaData(plan.parameters());
  }

  @Override
  Optional<ResultSet> run(String other) throws SQLException {
    throw sqlIsGiven();
  }

  @Override
  long update(String other) throws SQLException {
    throw sqlIsGiven();
  }

  private SQLException sqlIsGiven() throws SQLException {
    checkOpen();
    return SqlErrors.of(
        SqlState.WRONG_CALL,
        "A prepared statement already has its SQL: call the method without SQL, or use another"
            + " statement");
  }

  /** The text was read when the statement was prepared, hence without effect. */
  @Override
  public void setEscapeProcessing(boolean on) throws SQLException {
    checkOpen();
  }

  @Override
  public void addBatch() throws SQLException {
    throw noBatches();
  }

  @Override
  public void setNull(int index, int sqlType) throws SQLException {
    checkParameter(index);
    values.set(index - 1, () -> TargetType.of(sqlType, null).convert(null));
  }

  @Override
  public void setObject(int index, Object value, int targetSqlType) throws SQLException {
    checkParameter(index);
    values.set(index - 1, () -> TargetType.of(targetSqlType, value).convert(value));
  }

  @Override
  public void setObject(int index, Object value, int targetSqlType, int scaleOrLength)
      throws SQLException {
    checkParameter(index);
    values.set(index - 1, () -> TargetType.of(targetSqlType, value).convert(value, scaleOrLength));
  }

  @Override
  public void setObject(int index, Object value, SQLType targetSqlType) throws SQLException {
    checkParameter(index);
    values.set(index - 1, () -> TargetType.of(targetSqlType, value).convert(value));
  }

  @Override
  public void setObject(int index, Object value, SQLType targetSqlType, int scaleOrLength)
      throws SQLException {
    checkParameter(index);
    values.set(index - 1, () -> TargetType.of(targetSqlType, value).convert(value, scaleOrLength));
  }
}
