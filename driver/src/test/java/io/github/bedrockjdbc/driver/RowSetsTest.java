package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.RowSet;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.FilteredRowSet;
import javax.sql.rowset.JdbcRowSet;
import javax.sql.rowset.JoinRowSet;
import javax.sql.rowset.Predicate;
import javax.sql.rowset.RowSetProvider;
import javax.sql.rowset.WebRowSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's RowSets, which hold rows or stand on a scrollable result. */
class RowSetsTest {
  private static final String SQL = "SELECT job_arn, status, submit_time, total_records FROM jobs";
  private static final String FAILED = SQL + " WHERE status = ? ORDER BY job_arn";

  private BedrockEmulator emulator;
  private Connection connection;
  private List<String> expected;

  @BeforeEach
  void connect() throws SQLException {
    emulator = Urls.emulatorWith(25);
    connection = DriverManager.getConnection(Urls.of(emulator) + ";pageSize=10;parallelism=1");
    try (PreparedStatement statement = connection.prepareStatement(FAILED)) {
      statement.setString(1, "Failed");
      expected = Answered.rows(statement.executeQuery());
    }
    assertThat(expected).hasSizeGreaterThan(2);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    emulator.close();
  }

  private void ask(RowSet rows) throws SQLException {
    rows.setUrl(Urls.of(emulator));
    rows.setCommand(FAILED);
    rows.setString(1, "Failed");
  }

  private static List<String> backwards(ResultSet rows) throws SQLException {
    final List<String> all = new ArrayList<>();
    rows.afterLast();
    while (rows.previous()) {
      all.add(0, rows.getString(1));
    }
    return all;
  }

  @Test
  void jdbcRowSetScrolls() throws SQLException {
    try (JdbcRowSet rows = RowSetProvider.newFactory().createJdbcRowSet()) {
      ask(rows);
      rows.execute();
      assertThat(backwards(rows)).isEqualTo(expected);
      assertThat(rows.absolute(2)).isTrue();
      assertThat(rows.getString("JOB_ARN")).isEqualTo(expected.get(1));
      assertThat(rows.getRow()).isEqualTo(2);
      assertThat(rows.last()).isTrue();
      assertThat(rows.isLast()).isTrue();
    }
  }

  @Test
  void cachedRowSetHoldsAllRows() throws SQLException {
    try (CachedRowSet rows = RowSetProvider.newFactory().createCachedRowSet()) {
      ask(rows);
      rows.execute();
      assertThat(rows.size()).isEqualTo(expected.size());
      assertThat(backwards(rows)).isEqualTo(expected);
      assertThat(rows.getMetaData().getColumnName(3)).isEqualTo("submit_time");
    }
  }

  @Test
  void cachedRowSetReadsPages() throws SQLException {
    try (CachedRowSet rows = RowSetProvider.newFactory().createCachedRowSet()) {
      ask(rows);
      rows.setPageSize(2);
      rows.execute(connection);
      final List<String> all = new ArrayList<>();
      do {
        while (rows.next()) {
          all.add(rows.getString(1));
        }
      } while (rows.nextPage());
      assertThat(all).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {ResultSet.TYPE_FORWARD_ONLY, ResultSet.TYPE_SCROLL_INSENSITIVE})
  void cachedRowSetTakesAResult(int type) throws SQLException {
    try (CachedRowSet rows = RowSetProvider.newFactory().createCachedRowSet();
        Statement statement = connection.createStatement(type, ResultSet.CONCUR_READ_ONLY);
        ResultSet result = statement.executeQuery(SQL)) {
      rows.populate(result);
      assertThat(rows.size()).isEqualTo(25);
    }
  }

  @Test
  void cachedRowSetTakesAResultFromARowOn() throws SQLException {
    try (CachedRowSet rows = RowSetProvider.newFactory().createCachedRowSet();
        Statement statement =
            connection.createStatement(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
        ResultSet result = statement.executeQuery(SQL)) {
      rows.setPageSize(10);
      rows.populate(result, 20);
      assertThat(rows.next()).isTrue();
      assertThat(result.absolute(20)).isTrue();
      assertThat(rows.getString(1)).isEqualTo(result.getString(1));
    }
  }

  @Test
  void webRowSetWritesAndFilteredAndJoinedOnesChoose() throws Exception {
    final StringWriter xml = new StringWriter();
    try (WebRowSet rows = RowSetProvider.newFactory().createWebRowSet();
        FilteredRowSet some = RowSetProvider.newFactory().createFilteredRowSet();
        JoinRowSet joined = RowSetProvider.newFactory().createJoinRowSet()) {
      ask(rows);
      rows.execute(connection);
      rows.writeXml(xml);
      assertThat(xml.toString()).contains(expected);
      ask(some);
      some.execute(connection);
      some.setFilter(new Only(expected.get(1)));
      some.beforeFirst();
      assertThat(some.next()).isTrue();
      assertThat(some.getString(1)).isEqualTo(expected.get(1));
      assertThat(some.next()).isFalse();
      joined.addRowSet(rows, 1);
      assertThat(joined.size()).isEqualTo(expected.size());
    }
  }

  /** Rows with one key. */
  private record Only(String arn) implements Predicate {
    @Override
    public boolean evaluate(RowSet rows) {
      try {
        return rows.getString(1).equals(arn);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public boolean evaluate(Object value, int column) {
      return true;
    }

    @Override
    public boolean evaluate(Object value, String column) {
      return true;
    }
  }
}
