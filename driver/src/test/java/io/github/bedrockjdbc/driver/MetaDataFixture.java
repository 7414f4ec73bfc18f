package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A connection whose metadata is asked; after each test, nothing was asked of the service. */
abstract class MetaDataFixture {
  private BedrockEmulator emulator;
  private Connection connection;
  private DatabaseMetaData metaData;

  @BeforeEach
  void connect() throws SQLException {
    emulator = BedrockEmulator.demo();
    connection = connect(new Properties());
    metaData = connection.getMetaData();
  }

  @AfterEach
  void nothingWasSent() throws SQLException {
    connection.close();
    emulator.close();
    assertThat(emulator.log().requests()).isEmpty();
  }

  /** Another connection. */
  final Connection connect(Properties more) throws SQLException {
    final Properties properties = new Properties();
    properties.putAll(more);
    properties.setProperty("user", BedrockEmulator.DEMO_ACCESS_KEY_ID);
    properties.setProperty("password", BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
    return DriverManager.getConnection(url(), properties);
  }

  final String url() {
    return emulator.jdbcUrl();
  }

  final Connection connection() {
    return connection;
  }

  final DatabaseMetaData metaData() {
    return metaData;
  }

  /** The texts of one column, row by row. */
  static List<String> texts(ResultSet result, String column) throws SQLException {
    try (result) {
      final List<String> texts = new ArrayList<>();
      while (result.next()) {
        texts.add(result.getString(column));
      }
      return texts;
    }
  }

  static int count(ResultSet result) throws SQLException {
    return texts(result, result.getMetaData().getColumnLabel(1)).size();
  }
}
