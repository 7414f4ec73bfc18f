package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.driver.value.TextClob;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The objects of JDBC on which every method is called, and the states that they can be in. */
enum JdbcObject {
  DRIVER(Driver.class),
  DATA_SOURCE(DataSource.class),
  CONNECTION(Connection.class),
  STATEMENT(Statement.class),
  PREPARED_STATEMENT(PreparedStatement.class),
  FORWARD_RESULT(ResultSet.class),
  SCROLLABLE_RESULT(ResultSet.class),
  COLUMNS(ResultSetMetaData.class),
  PARAMETERS(ParameterMetaData.class),
  CLOB(Clob.class);

  static final String SQL = "SELECT c1 FROM (VALUES '12', '13') AS t (c1)";
  private static final String NO_ROWS = SQL + " WHERE c1 = 'none'";
  private static final String WITH_PARAMETER = SQL + " WHERE c1 <> ?";

  private final Class<?> type;

  JdbcObject(Class<?> type) {
    this.type = type;
  }

  Class<?> type() {
    return type;
  }

  /** What a text is when a call does not say. */
  String text() {
    return switch (this) {
      case DRIVER -> "jdbc:other:x";
      case CONNECTION, STATEMENT, PREPARED_STATEMENT -> SQL;
      case FORWARD_RESULT, SCROLLABLE_RESULT -> "c1";
      default -> "12";
    };
  }

  Object in(String state, BedrockEmulator emulator, Connection shared) throws SQLException {
    return switch (this) {
      case DRIVER -> new BedrockDriver();
      case DATA_SOURCE -> dataSource(emulator);
      case CONNECTION -> connection(state, emulator);
      case STATEMENT -> statement(state, shared.createStatement());
      case PREPARED_STATEMENT -> prepared(state, shared.prepareStatement(WITH_PARAMETER));
      case FORWARD_RESULT -> result(state, shared, ResultSet.TYPE_FORWARD_ONLY);
      case SCROLLABLE_RESULT -> result(state, shared, ResultSet.TYPE_SCROLL_INSENSITIVE);
      case COLUMNS -> shared.prepareStatement(WITH_PARAMETER).getMetaData();
      case PARAMETERS -> shared.prepareStatement(WITH_PARAMETER).getParameterMetaData();
      case CLOB -> clob(state);
    };
  }

  private static DataSource dataSource(BedrockEmulator emulator) {
    final BedrockDataSource source = new BedrockDataSource();
    source.setUrl(Urls.of(emulator));
    return source;
  }

  private static Connection connection(String state, BedrockEmulator emulator) throws SQLException {
    final Connection connection = DriverManager.getConnection(Urls.of(emulator));
    if (state.equals("closed")) {
      connection.close();
    }
    return connection;
  }

  private static Statement statement(String state, Statement statement) throws SQLException {
    if (state.equals("run")) {
      statement.executeQuery(SQL);
    }
    return closedIf(state, statement);
  }

  private static Statement prepared(String state, PreparedStatement statement) throws SQLException {
    if (state.equals("run")) {
      statement.setString(1, "x");
      statement.executeQuery();
    }
    return closedIf(state, statement);
  }

  private static Statement closedIf(String state, Statement statement) throws SQLException {
    if (state.equals("closed")) {
      statement.close();
    }
    return statement;
  }

  private static ResultSet result(String state, Connection shared, int type) throws SQLException {
    final ResultSet result =
        shared
            .createStatement(type, ResultSet.CONCUR_READ_ONLY)
            .executeQuery(state.equals("empty") ? NO_ROWS : SQL);
    switch (state) {
      case "on row 1" -> result.next();
      case "on row 2" -> {
        result.next();
        result.next();
      }
      case "after" -> {
        while (result.next()) {
          // only to its end
        }
      }
      case "closed" -> result.close();
      default -> {}
    }
    return result;
  }

  private static Clob clob(String state) {
    final TextClob clob = new TextClob("abc");
    if (state.equals("freed")) {
      clob.free();
    }
    return clob;
  }
}
