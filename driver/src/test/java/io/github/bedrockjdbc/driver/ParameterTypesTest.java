package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a question mark is before it has a value, and what happens to values that it cannot be. */
class ParameterTypesTest {
  @AutoClose private static final BedrockEmulator emulator = Urls.emulatorWith(60);
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "SELECT job_id FROM jobs WHERE status = ? AND timeout_hours < ?  ~ VARCHAR INTEGER",
        "SELECT job_id FROM jobs WHERE total_records BETWEEN ? AND ?     ~ BIGINT BIGINT",
        "SELECT job_id FROM jobs WHERE submit_time >= ?                  ~ TIMESTAMP",
        "SELECT job_id FROM jobs WHERE CAST(submit_time AS DATE) = ?     ~ DATE",
        "SELECT job_id FROM jobs WHERE submit_time >= ? - INTERVAL '1' DAY ~ TIMESTAMP",
        "SELECT job_id FROM jobs WHERE (status, timeout_hours) IN ((?, ?), ('a', ?)) ~ VARCHAR INTEGER INTEGER",
        "SELECT job_id FROM jobs WHERE (?, ?) NOT IN (('a', 1), ('b', 2.5)) ~ VARCHAR DECIMAL",
        "SELECT job_id FROM jobs WHERE (?, ?) IN (SELECT status, timeout_hours FROM jobs) ~ VARCHAR INTEGER",
        "SELECT UPPER(x), y + 1, EXTRACT(DAY FROM z) FROM (SELECT ? AS x, ? AS y, ? AS z) v"
            + " ~ VARCHAR VARCHAR TIMESTAMP",
        "SELECT x FROM (VALUES (?, ?), (?, ?)) v(x, y) WHERE y = 1 AND x LIKE 'a%'"
            + " ~ VARCHAR INTEGER VARCHAR INTEGER",
        "SELECT job_id FROM jobs WHERE ? IN (1, 2.5)                     ~ DECIMAL",
        "SELECT submit_time + ? * INTERVAL '1' DAY FROM jobs             ~ INTEGER",
        "SELECT job_id FROM jobs WHERE (status, timeout_hours) IN ((?, ?)) ~ VARCHAR INTEGER",
        "SELECT job_id FROM jobs WHERE (? IS NULL OR status = ?)         ~ VARCHAR VARCHAR",
        "SELECT job_id FROM jobs WHERE ? OR NOT ?                        ~ BOOLEAN BOOLEAN",
        "SELECT job_id FROM jobs WHERE ? > (SELECT MAX(timeout_hours) FROM jobs) ~ INTEGER",
        "SELECT job_id FROM jobs WHERE job_name LIKE ? || '%' ESCAPE ?   ~ VARCHAR VARCHAR",
        "SELECT ?, COALESCE(timeout_hours, ?) FROM jobs                  ~ VARCHAR INTEGER",
        "SELECT NULLIF(?, timeout_hours), NULLIF(status, ?) FROM jobs    ~ INTEGER VARCHAR",
        "SELECT CASE timeout_hours WHEN ? THEN ? ELSE ? END FROM jobs    ~ INTEGER VARCHAR VARCHAR",
        "SELECT CASE WHEN ? THEN ? ELSE total_records END FROM jobs      ~ BOOLEAN BIGINT",
        "SELECT SUBSTRING(?, ?, ?), REPLACE(status, ?, ?) FROM jobs"
            + " ~ VARCHAR INTEGER INTEGER VARCHAR VARCHAR",
        "SELECT {fn LEFT(?, ?)}, LPAD(?, ?, ?) FROM jobs"
            + " ~ VARCHAR INTEGER VARCHAR INTEGER VARCHAR",
        "SELECT ROUND(total_records * 1.5, ?), MOD(total_records, ?) FROM jobs ~ INTEGER INTEGER",
        "SELECT LAG(total_records, ?, ?) OVER (ORDER BY job_id) FROM jobs ~ INTEGER BIGINT",
        "SELECT NTILE(?) OVER (ORDER BY job_id) FROM jobs                ~ INTEGER",
        "SELECT EXTRACT(YEAR FROM ?), TIMESTAMPADD(DAY, ?, ?)            ~ TIMESTAMP INTEGER TIMESTAMP",
        "SELECT CAST(? AS DATE), CAST(? AS BIGINT)                       ~ DATE BIGINT",
        "SELECT ? UNION ALL SELECT total_records FROM jobs               ~ BIGINT",
        "VALUES (NULLIF(?, ?)), (DATE '2026-01-01')                      ~ DATE DATE",
        "VALUES (CASE WHEN ? < ? THEN ? ELSE ? END), (TRUE) ~ VARCHAR VARCHAR BOOLEAN BOOLEAN",
        "SELECT NULLIF(?, ?) UNION SELECT submit_time FROM jobs          ~ TIMESTAMP TIMESTAMP",
        "SELECT MIN(?) UNION SELECT submit_time FROM jobs                ~ TIMESTAMP",
        "SELECT FIRST_VALUE(?) OVER () UNION SELECT 2.5                  ~ DECIMAL",
        "SELECT NTH_VALUE(?, ?) OVER (), LEAD(?, ?) OVER () FROM jobs     ~ VARCHAR INTEGER VARCHAR INTEGER",
        "SELECT CAST(? AS VARCHAR), BIT_XOR(?) FROM jobs                 ~ VARCHAR INTEGER",
        "SELECT * FROM (VALUES (?, 'a'), (1, ?)) v(n, c)                 ~ INTEGER VARCHAR",
        "SELECT CASE WHEN ? THEN 0.5 ELSE COALESCE(?, ?) END FROM jobs   ~ BOOLEAN DECIMAL DECIMAL",
        "SELECT * FROM (VALUES (CASE 1 WHEN 2 THEN ? ELSE ? END), (DATE '2026-01-01')) v(d) ~ DATE DATE",
        "SELECT CAST(submit_time AS DATE) FROM jobs UNION ALL (VALUES (?), (NULL)) ~ DATE",
        "SELECT * FROM (VALUES (?, 1), (?, 2)) v(a, b) WHERE a > 1        ~ INTEGER INTEGER",
        "SELECT ROUND(?, 0), TRUNCATE(?, 1 + 1), CAST(b AS TIMESTAMP) FROM (SELECT ? AS b) x"
            + " ~ DOUBLE DOUBLE VARCHAR",
        "SELECT CAST(MAX(COALESCE(?, ?)) AS DATE)                         ~ VARCHAR VARCHAR",
        "SELECT v.a FROM (VALUES (?), (?)) v(a) WHERE (SELECT ? FROM jobs WHERE model < v.a LIMIT 1) > 1"
            + " ~ VARCHAR VARCHAR INTEGER",
        "SELECT v.a FROM (VALUES (?)) v(a) GROUP BY v.a HAVING (SELECT ? FROM jobs WHERE model < v.a"
            + " LIMIT 1) BETWEEN MAX(CASE ? WHEN ? THEN NULL ELSE 1.25 END) AND 24.5"
            + " ~ VARCHAR DECIMAL VARCHAR VARCHAR",
        "SELECT v.a FROM (VALUES (?)) v(a) WHERE v.a < 'x' AND 2.5 IN (SELECT ? FROM jobs)"
            + " ~ VARCHAR DECIMAL",
        "SELECT job_id FROM jobs WHERE (status, timeout_hours) IN (SELECT ?, ? FROM models)"
            + " ~ VARCHAR INTEGER",
        "SELECT job_id FROM jobs WHERE (status, timeout_hours, model) IN"
            + " (SELECT t.*, ? FROM (VALUES ('a', 1)) t(a, b)) ~ VARCHAR",
        "SELECT COALESCE((SELECT ?), total_records) FROM jobs            ~ BIGINT",
        "SELECT (SELECT ?) UNION SELECT 5                                ~ INTEGER",
        "VALUES ((SELECT ?)), (5)                                        ~ INTEGER",
        "SELECT (SELECT ? UNION SELECT ?) > 5, (SELECT MAX(?) UNION VALUES (?)) > submit_time FROM jobs"
            + " ~ INTEGER INTEGER TIMESTAMP TIMESTAMP",
        "SELECT MAX(?) + 1.5, (SELECT ?) AND TRUE, COALESCE(?, ?) - DATE '2026-01-01'"
            + " ~ DECIMAL BOOLEAN DATE DATE",
        "SELECT CEIL((SELECT MIN(?)) TO DAY), 1 < v.a * 0.25 FROM (VALUES (?)) v(a)"
            + " ~ TIMESTAMP VARCHAR",
        "SELECT a.x > 2, b.x + INTERVAL '1' DAY, c.x AND d.x > 5, UPPER(e.x) FROM (SELECT ? AS x) a,"
            + " (SELECT ? AS x) b, (SELECT ? AS x) c, (SELECT ? AS x) d, (SELECT ? AS x) e"
            + " ~ INTEGER TIMESTAMP BOOLEAN INTEGER VARCHAR",
        "SELECT job_id FROM jobs WHERE (SELECT ? UNION SELECT ? LIMIT 1)  ~ BOOLEAN BOOLEAN",
        "SELECT job_id FROM jobs LIMIT ? OFFSET ?                        ~ INTEGER INTEGER",
        "SELECT COUNT(*) FILTER (WHERE status = ?) FROM jobs HAVING COUNT(*) > ? ~ VARCHAR BIGINT",
      })
  void comeFromWhatIsBesideThem(String sql, String types) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      final ParameterMetaData parameters = statement.getParameterMetaData();
      final List<String> names = new ArrayList<>();
      for (int i = 1; i <= parameters.getParameterCount(); i++) {
        names.add(parameters.getParameterTypeName(i));
      }
      assertThat(String.join(" ", names)).isEqualTo(types);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "SELECT COUNT(*) FROM jobs WHERE CAST(status AS VARCHAR(3)) = ? ~ Failed ~ 0",
        "SELECT COUNT(*) FROM jobs WHERE LEFT(status, 3) IN (?, 'x') ~ Fail ~ 0",
        "SELECT MIN(c) FROM (VALUES ('x'), ('abc'), (?)) v(c) ~ InProgress ~ InProgress",
        "SELECT CASE WHEN 1 = 2 THEN 'a' WHEN 1 = 3 THEN 'abc' ELSE ? END ~ InProgress ~ InProgress",
        "SELECT COALESCE(CAST(NULL AS VARCHAR(2)), ?) ~ InProgress ~ InProgress",
        "SELECT NULLIF(?, CAST('In' AS VARCHAR(2))) ~ InProgress ~ InProgress",
        "SELECT LAG(CAST(c AS VARCHAR(2)), 1, ?) OVER () FROM (VALUES ('a')) v(c) ~ Paused ~ Paused",
        "SELECT CAST('abc' AS VARCHAR(2)) WHERE 1 = 2 UNION SELECT ? ~ InProgress ~ InProgress",
        "SELECT CAST(CAST(? AS VARCHAR(2)) AS VARCHAR) ~ InProgress ~ In",
        "SELECT CAST(? AS VARCHAR(3)) ~ InProgress ~ InP",
      })
  void textsAreCutByCastsAlone(String sql, String value, String result) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo(result);
      }
    }
  }

  @Test
  void sayWhatTheResultIsBeforeItRuns() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT ? AS a, total_records + ? AS b FROM jobs")) {
      assertThat(statement.getMetaData().getColumnTypeName(1)).isEqualTo("VARCHAR");
      assertThat(statement.getMetaData().getColumnTypeName(2)).isEqualTo("BIGINT");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "SELECT nofunc(?)                                | function 'nofunc' not found",
        "SELECT job_id FROM jobs WHERE submit_time + ? > CURRENT_DATE"
            + " | column 45: parameter 1 would have to be an interval, which cannot be set:"
            + " write ? * INTERVAL '1' DAY",
        "SELECT job_id FROM jobs WHERE (end_time - submit_time) DAY > ?"
            + " | column 62: parameter 1 would have to be an interval",
        "SELECT submit_time - INTERVAL ? DAY FROM jobs   | write ? * INTERVAL '1' DAY",
        "SELECT INTERVAL ? DAY                           | write ? * INTERVAL '1' DAY",
        "SELECT DATE ?                                   | write CAST(? AS DATE)",
        "SELECT {ts ?}                                   | write CAST(? AS TIMESTAMP)",
      })
  void areRefusedWhereNothingCanBeSet(String sql, String text) {
    assertThat(refused(() -> connection.prepareStatement(sql)))
        .hasMessageContaining(text)
        .hasMessageNotContaining("dynamic parameter")
        .hasFieldOrPropertyWithValue("SQLState", "42000");
  }

  @Test
  void refuseValuesWithoutNamesOfClasses() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT job_id FROM jobs WHERE status = ? AND submit_time > ? AND timeout_hours = ?")) {
      assertThat(refused(() -> statement.setObject(1, Duration.ofDays(1))))
          .hasMessage("Parameter 1: an object of this class cannot be used as text");
      assertThat(refused(() -> statement.setInt(2, 1)))
          .hasMessage("Parameter 2: a number cannot be used as a timestamp");
      assertThat(refused(() -> statement.setObject(3, LocalDate.EPOCH)))
          .hasMessage("Parameter 3: a date cannot be used as a number");
      assertThat(refused(() -> statement.setString(3, "many")))
          .hasMessage("Parameter 3: the text is not a number")
          .hasFieldOrPropertyWithValue("SQLState", "22018");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT job_id FROM jobs WHERE status = ?",
        "SELECT UPPER(?)",
        "SELECT job_id FROM jobs LIMIT ?"
      })
  void needToBePrepared(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (final Throwable refused :
          List.of(
              refused(() -> statement.executeQuery(sql)), refused(() -> statement.execute(sql)))) {
        assertThat(refused)
            .hasMessageContaining("prepareStatement")
            .hasFieldOrPropertyWithValue("SQLState", "07002");
      }
      assertThat(Queries.run(connection, "EXPLAIN PLAN FOR " + sql)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "job_name LIKE ? || '%'             ~ nightly ~ nameContains=nightly",
        "job_name LIKE '%' || ? || '%'      ~ eval    ~ nameContains=eval",
        "POSITION(? IN job_name) > 0        ~ eval    ~ nameContains=eval",
        "status = ?                         ~ Failed  ~ statusEquals=Failed",
        "status IN (?)                      ~ Failed  ~ statusEquals=Failed",
        "submit_time >= ?                   ~ 2026-03-01 ~ submitTimeAfter=2026-02-28T23:59:59Z",
        "submit_time >= ? - INTERVAL '1' DAY ~ 2026-03-02"
            + " ~ submitTimeAfter=2026-02-28T23:59:59Z",
      })
  void arePushedDown(String where, String value, String sent) throws SQLException {
    emulator.log().clear();
    Queries.run(connection, "SELECT job_id FROM jobs WHERE " + where, value);
    assertThat(emulator.log().lines()).singleElement().asString().contains(sent);
  }

  @Test
  void canBeOfAnotherTypeEachTime() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT ? AS a, timeout_hours > ? AS b FROM jobs LIMIT 1")) {
      for (Object value : new Object[] {5, "x", new BigDecimal("2.50"), true, null}) {
        statement.setObject(1, value);
        statement.setObject(2, value instanceof BigDecimal ? value : (Object) 1);
        assertThat(Queries.lines(statement.executeQuery()))
            .containsExactly((value instanceof BigDecimal d ? d.toString() : value) + "|true");
      }
    }
  }

  @Test
  void areTextsWhereTextsAreSetWhateverTheyWereTakenFor() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT a, c, ROUND(n, 0) FROM (SELECT ? AS a, ? AS n) x, (VALUES (1, ?), (2, ?)) v(i, c)")) {
      final Object[] values = {"012", 7, "Stopped", "3"};
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      assertThat(Queries.lines(statement.executeQuery()))
          .containsExactlyInAnyOrder("012|Stopped|7", "012|3|7");
    }
    try (PreparedStatement statement = connection.prepareStatement("SELECT ? + ?")) {
      statement.setString(1, "1");
      assertThat(refused(() -> statement.setString(2, "one")))
          .hasMessage("Parameter 2: the text is not a number")
          .hasFieldOrPropertyWithValue("SQLState", "22018");
    }
  }

  private static Throwable refused(ThrowingCallable call) {
    return catchThrowableOfType(SQLException.class, call);
  }
}
