package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A statement and a prepared one. */
abstract class StatementFixture {
  static final String SQL = "SELECT job_arn FROM jobs";

  BedrockEmulator emulator;
  Connection connection;
  Statement statement;
  PreparedStatement prepared;

  @BeforeEach
  void connect() throws SQLException {
    emulator = Urls.emulatorWith(50);
    connection = DriverManager.getConnection(Urls.of(emulator) + ";pageSize=10;parallelism=1");
    statement = connection.createStatement();
    prepared = connection.prepareStatement(SQL);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  final List<Statement> both() {
    return List.of(statement, prepared);
  }

  static ResultSet run(Statement either) throws SQLException {
    return either instanceof PreparedStatement ready
        ? ready.executeQuery()
        : either.executeQuery(SQL);
  }
}
