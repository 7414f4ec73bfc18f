package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.adapter.JobsSchema;
import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.Caller;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.driver.database.Database;
import io.github.bedrockjdbc.driver.database.Databases;
import io.github.bedrockjdbc.driver.database.Settings;
import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.error.WrapperSupport;
import io.github.bedrockjdbc.driver.metadata.ClientInfoValues;
import io.github.bedrockjdbc.driver.metadata.Isolation;
import io.github.bedrockjdbc.driver.parameter.Declarations;
import io.github.bedrockjdbc.driver.plan.MaxAgeChange;
import io.github.bedrockjdbc.driver.plan.Plan;
import io.github.bedrockjdbc.driver.value.OutputColumn;
import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.ShardingKey;
import java.sql.Statement;
import java.sql.Struct;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A connection. There is nothing to commit and nothing to write, so what clients say about
 * transactions is accepted and remembered, and has no effect.
 */
final class BedrockConnection implements Connection, WrapperSupport {
  private final Settings settings;
  private final Databases databases;
  private final Database database;
  private final long number;
  private final Set<QueryStatement> statements = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Cancellation life = Cancellation.unlimited(); // of what has no statement yet
  private final ClientInfoValues clientInfo = new ClientInfoValues();
  private final CopyOnWriteArrayList<String> changedOptions = new CopyOnWriteArrayList<>();
  private final WarningChain warnings;
  private Map<String, Class<?>> typeMap = Map.of();
  private int isolation = TRANSACTION_NONE;
  private boolean autoCommit = true;
  private int holdability = ResultSet.HOLD_CURSORS_OVER_COMMIT;
  private volatile int networkTimeout;
  private volatile MaxAgeChange maxAge = new MaxAgeChange(Optional.empty());

  /**
   * Sends nothing.
   *
   * @param database acquired for these settings; released when the connection is closed
   */
  BedrockConnection(Settings settings, Databases databases, Database database) {
    this.settings = settings;
    this.databases = databases;
    this.database = database;
    this.number = database.nextConnection();
    this.warnings =
        new WarningChain(
            () ->
                Stream.of(
                        warnings(SqlState.WARNING, settings.warnings()),
                        warnings(SqlState.OPTION_CHANGED, changedOptions),
                        warnings(SqlState.WARNING, clientInfo.warnings()))
                    .flatMap(Function.identity())
                    .toList());
  }

  private static Stream<SQLWarning> warnings(SqlState state, List<String> texts) {
    return texts.stream().map(text -> SqlErrors.warning(state, text));
  }

  Database database() {
    return database;
  }

  Settings settings() {
    return settings;
  }

  /** The plan of a statement, from the cache if it was planned before. */
  Plan plan(String sql, long maxRows) throws SQLException {
    try (Cancellation.Scope scope = life.scope()) {
      return plan(sql, maxRows, Declarations.NONE, scope.cancellation());
    }
  }

  /** The same, for values of which more is known; the wait for it ends when it is cancelled. */
  Plan plan(String sql, long maxRows, Declarations declared, Cancellation cancellation)
      throws SQLException {
    checkOpen();
    try {
      database.awaitPreparation(cancellation);
      return database.plans().plan(sql, maxRows, declared, cancellation);
    } catch (RuntimeException | Error e) { // Calcite also throws errors of class initialisers
      throw SqlErrors.translate(e);
    }
  }

  /** A result whose rows are at hand, under a statement of its own. */
  ResultSet rows(List<OutputColumn> columns, List<Object[]> rows) throws SQLException {
    checkOpen();
    return new BedrockStatement(this, ResultOptions.forward(getHoldability())).show(columns, rows);
  }

  private void checkOpen() throws SQLException {
    if (isClosed()) {
      throw SqlErrors.of(SqlState.CONNECTION_CLOSED, "The connection is closed");
    }
  }

  @Override
  public boolean isClosed() {
    return closed.get();
  }

  @Override
  public void close() throws SQLException {
    if (closed.getAndSet(true)) {
      return;
    }
    life.cancel();
    statements.forEach(QueryStatement::close);
    databases.release(database);
  }

  @Override
  public void abort(Executor executor) throws SQLException {
    if (executor == null) {
      throw SqlErrors.of(SqlState.INVALID_ARGUMENT, "abort needs an executor");
    }
    close();
  }

  @Override
  public DatabaseMetaData getMetaData() throws SQLException {
    checkOpen();
    try (Cancellation.Scope scope = life.scope()) {
      database.awaitPreparation(scope.cancellation());
    } catch (RuntimeException e) {
      throw SqlErrors.translate(e);
    }
    return new BedrockMetaData(this);
  }

  /** Closes the statement with the connection, also if that is closed meanwhile. */
  void opened(QueryStatement statement) {
    statements.add(statement);
    if (isClosed()) {
      statement.close();
    }
  }

  void closed(QueryStatement statement) {
    statements.remove(statement);
  }

  /** Those that are open. */
  Set<QueryStatement> statements() {
    return Set.copyOf(statements);
  }

  @Override
  public Statement createStatement() throws SQLException {
    return createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
  }

  @Override
  public Statement createStatement(int type, int concurrency) throws SQLException {
    return createStatement(type, concurrency, getHoldability());
  }

  @Override
  public Statement createStatement(int type, int concurrency, int resultSetHoldability)
      throws SQLException {
    checkOpen();
    return new BedrockStatement(this, options(type, concurrency, resultSetHoldability));
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    return prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency)
      throws SQLException {
    return prepareStatement(sql, type, concurrency, getHoldability());
  }

  @Override
  public PreparedStatement prepareStatement(
      String sql, int type, int concurrency, int resultSetHoldability) throws SQLException {
    checkOpen();
    final ResultOptions options = options(type, concurrency, resultSetHoldability);
    return new BedrockPreparedStatement(this, sql, plan(sql, 0), options);
  }

  /** JDBC has the connection tell as well what its statements do not give. */
  private ResultOptions options(int type, int concurrency, int resultSetHoldability)
      throws SQLException {
    final ResultOptions options = ResultOptions.of(type, concurrency, resultSetHoldability);
    changedOptions.addAllAbsent(options.changes());
    return options;
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int autoGeneratedKeys) throws SQLException {
    checkOpen();
    ResultOptions.checkKeys(autoGeneratedKeys);
    return prepareStatement(sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int[] columnIndexes) throws SQLException {
    return prepareStatement(sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, String[] columnNames) throws SQLException {
    return prepareStatement(sql);
  }

  @Override
  public CallableStatement prepareCall(String sql) throws SQLException {
    throw notSupported("stored procedures");
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
    throw notSupported("stored procedures");
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    throw notSupported("stored procedures");
  }

  @Override
  public Clob createClob() throws SQLException {
    throw notSupported("writable large objects");
  }

  @Override
  public NClob createNClob() throws SQLException {
    throw notSupported("writable large objects");
  }

  @Override
  public Blob createBlob() throws SQLException {
    throw notSupported("writable large objects");
  }

  @Override
  public SQLXML createSQLXML() throws SQLException {
    throw notSupported("writable large objects");
  }

  @Override
  public Array createArrayOf(String type, Object[] elements) throws SQLException {
    throw notSupported("arrays");
  }

  @Override
  public Struct createStruct(String type, Object[] attributes) throws SQLException {
    throw notSupported("structures");
  }

  @Override
  public void setShardingKey(ShardingKey key) throws SQLException {
    throw notSupported("sharding keys");
  }

  @Override
  public void setShardingKey(ShardingKey key, ShardingKey superKey) throws SQLException {
    throw notSupported("sharding keys");
  }

  @Override
  public boolean setShardingKeyIfValid(ShardingKey key, int timeout) throws SQLException {
    throw notSupported("sharding keys");
  }

  @Override
  public boolean setShardingKeyIfValid(ShardingKey key, ShardingKey superKey, int timeout)
      throws SQLException {
    throw notSupported("sharding keys");
  }

  /** Escapes are part of the dialect. */
  @Override
  public String nativeSQL(String sql) throws SQLException {
    checkOpen();
    return sql;
  }

  @Override
  public void setAutoCommit(boolean on) throws SQLException {
    checkOpen();
    autoCommit = on;
  }

  @Override
  public boolean getAutoCommit() throws SQLException {
    checkOpen();
    return autoCommit;
  }

  @Override
  public void commit() throws SQLException {
    checkOpen();
  }

  @Override
  public void rollback() throws SQLException {
    checkOpen();
  }

  @Override
  public void rollback(Savepoint savepoint) throws SQLException {
    throw notSupported("savepoints");
  }

  @Override
  public Savepoint setSavepoint() throws SQLException {
    throw notSupported("savepoints");
  }

  @Override
  public Savepoint setSavepoint(String name) throws SQLException {
    throw notSupported("savepoints");
  }

  @Override
  public void releaseSavepoint(Savepoint savepoint) throws SQLException {
    throw notSupported("savepoints");
  }

  @Override
  public void setReadOnly(boolean readOnly) throws SQLException {
    checkOpen();
  }

  @Override
  public boolean isReadOnly() throws SQLException {
    checkOpen();
    return true;
  }

  @Override
  public void setTransactionIsolation(int level) throws SQLException {
    checkOpen();
    if (!Isolation.isAccepted(level)) {
      throw SqlErrors.of(
          SqlState.INVALID_ARGUMENT,
          "Unsupported transaction isolation level "
              + level
              + ": every statement sees the jobs as they are when it runs; accepted levels: "
              + Isolation.listed());
    }
    isolation = level;
  }

  @Override
  public int getTransactionIsolation() throws SQLException {
    checkOpen();
    return isolation;
  }

  @Override
  public void setHoldability(int resultSetHoldability) throws SQLException {
    checkOpen();
    ResultOptions.checkHoldability(resultSetHoldability);
    holdability = resultSetHoldability;
  }

  @Override
  public int getHoldability() throws SQLException {
    checkOpen();
    return holdability;
  }

  @Override
  public void setCatalog(String catalog) throws SQLException {
    checkOpen();
  }

  @Override
  public String getCatalog() throws SQLException {
    checkOpen();
    return null;
  }

  @Override
  public void setSchema(String schema) throws SQLException {
    checkOpen();
    if (!JobsSchema.NAME.equalsIgnoreCase(schema)) {
      throw SqlErrors.of(
          SqlState.UNKNOWN_SCHEMA,
          "The schema is " + JobsSchema.NAME + " and cannot be changed to '" + schema + "'");
    }
  }

  @Override
  public String getSchema() throws SQLException {
    checkOpen();
    return JobsSchema.NAME;
  }

  /** Whether it is open: nothing is asked of the service for this. */
  @Override
  public boolean isValid(int timeout) throws SQLException {
    SqlErrors.checkNotNegative(timeout, "A timeout");
    return !isClosed();
  }

  @Override
  public SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return warnings.head();
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
    changedOptions.clear();
    warnings.clear();
  }

  /** A copy, to be changed and given back; there are no types that it could have an effect on. */
  @Override
  public Map<String, Class<?>> getTypeMap() throws SQLException {
    checkOpen();
    return new HashMap<>(typeMap);
  }

  @Override
  public void setTypeMap(Map<String, Class<?>> map) throws SQLException {
    checkOpen();
    typeMap = map == null ? Map.of() : new HashMap<>(map);
  }

  @Override
  public void setClientInfo(String name, String value) throws SQLClientInfoException {
    checkOpenForClientInfo();
    clientInfo.set(name, value);
  }

  @Override
  public void setClientInfo(Properties properties) throws SQLClientInfoException {
    checkOpenForClientInfo();
    clientInfo.replace(properties == null ? new Properties() : properties);
  }

  private void checkOpenForClientInfo() throws SQLClientInfoException {
    if (isClosed()) {
      throw SqlErrors.clientInfo(SqlState.CONNECTION_CLOSED, "The connection is closed", Map.of());
    }
  }

  @Override
  public void setNetworkTimeout(Executor executor, int milliseconds) throws SQLException {
    checkOpen();
    if (executor == null) {
      throw SqlErrors.of(SqlState.INVALID_ARGUMENT, "setNetworkTimeout needs an executor");
    }
    SqlErrors.checkNotNegative(milliseconds, "A timeout");
    networkTimeout = milliseconds;
  }

  @Override
  public int getNetworkTimeout() throws SQLException {
    checkOpen();
    return networkTimeout;
  }

  /** Sets how old rows may be from now on. */
  void change(MaxAgeChange change) {
    maxAge = change;
  }

  /** How a query runs from now on; counts it. */
  Execution newExecution(Cancellation cancellation) {
    final Engine engine = database.engine();
    final Execution execution =
        engine
            .newExecution(
                cancellation,
                maxAge.maxAge().orElseGet(() -> engine.config().get(Property.MAX_AGE)))
            .by(new Caller(number, database.nextQuery()));
    final int longest = networkTimeout;
    return longest == 0 ? execution : execution.waitingAtMost(Duration.ofMillis(longest));
  }

  /**
   * Asks the service once.
   *
   * @param seconds how long that may take, 0 for no limit
   * @throws SQLException why queries would be refused
   */
  void verify(int seconds) throws SQLException {
    try {
      database.engine().verify(newExecution(StatementRun.limit(seconds)));
    } catch (ApiException e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public String getClientInfo(String name) throws SQLException {
    return getClientInfo().getProperty(String.valueOf(name));
  }

  @Override
  public Properties getClientInfo() throws SQLException {
    checkOpen();
    return clientInfo.copy();
  }

  private SQLException notSupported(String what) throws SQLException {
    checkOpen();
    return SqlErrors.of(SqlState.NOT_SUPPORTED, "There are no " + what);
  }

  @Override
  public String toString() {
    return "BedrockConnection[" + settings.config() + "]";
  }
}
