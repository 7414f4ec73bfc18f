package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the pages of clients that only people run show is what their statement gives, in the words
 * that each client has for its values.
 */
class ClientPagesTest {
  private static final Pattern SQL =
      Pattern.compile("[\"`](SELECT [^\"`]*)[\"`](?:\\s*\"([^\"]*)\")?");

  private static BedrockEmulator emulator;
  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException {
    emulator = BedrockEmulator.demo();
    connection = DriverManager.getConnection(emulator.jdbcUrlWithLogin());
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
    emulator.close();
  }

  @Test
  void python() throws IOException, SQLException {
    assertShows(
        "python",
        rows ->
            "['%s', datetime.datetime(%s), %d]"
                .formatted(
                    rows.getString(1),
                    python(rows.getObject(2, LocalDateTime.class)),
                    rows.getLong(3)));
  }

  @Test
  void node() throws IOException, SQLException {
    assertShows(
        "node", rows -> rows.getString(1) + " " + rows.getString(2) + " " + rows.getLong(3) + "n");
  }

  @Test
  void r() throws IOException, SQLException {
    final List<String> expected = new ArrayList<>(List.of("status jobs"));
    expected.addAll(rows("r", row -> row.getRow() + " " + row.getString(1) + " " + row.getLong(2)));
    assertThat(shown("r")).isEqualTo(expected);
  }

  @Test
  void libreOffice() throws IOException, SQLException {
    final List<String> expected = new ArrayList<>();
    expected.add(
        connection.getMetaData().getDatabaseProductName()
            + " "
            + connection.getMetaData().getDriverVersion());
    try (ResultSet tables = connection.getMetaData().getTables(null, "%", "%", null)) {
      while (tables.next()) {
        expected.add(tables.getString(2) + " " + tables.getString(3) + " " + tables.getString(4));
      }
    }
    expected.addAll(rows("libreoffice", row -> row.getString(1) + " " + row.getLong(2)));
    assertThat(shown("libreoffice")).isEqualTo(expected);
  }

  private static void assertShows(String page, Shown shown) throws IOException, SQLException {
    assertThat(shown(page)).isEqualTo(rows(page, shown));
  }

  /** The rows of the page's statement, which has to name an order where it shows one. */
  private static List<String> rows(String page, Shown shown) throws IOException, SQLException {
    final Matcher sql = SQL.matcher(page(page).text());
    assertThat(sql.find()).as(page).isTrue();
    final String statement = sql.group(1) + (sql.group(2) == null ? "" : sql.group(2));
    assertThat(statement).contains(" ORDER BY ");
    final List<String> rows = new ArrayList<>();
    try (Statement any = connection.createStatement();
        ResultSet result = any.executeQuery(statement.replace("?", "'Failed'"))) {
      while (result.next()) {
        rows.add(shown.of(result));
      }
    }
    return rows;
  }

  /** The last block without a language; blanks align columns. */
  private static List<String> shown(String page) throws IOException {
    final List<String> blocks = page(page).blocks("").toList();
    return blocks
        .get(blocks.size() - 1)
        .lines()
        .map(line -> line.strip().replaceAll(" +", " "))
        .toList();
  }

  private static Page page(String name) throws IOException {
    return Pages.of("docs/clients/" + name + ".md");
  }

  private static String python(LocalDateTime time) {
    return String.join(
        ", ",
        List.of(
            Integer.toString(time.getYear()),
            Integer.toString(time.getMonthValue()),
            Integer.toString(time.getDayOfMonth()),
            Integer.toString(time.getHour()),
            Integer.toString(time.getMinute()),
            Integer.toString(time.getSecond()),
            Integer.toString(time.getNano() / 1000)));
  }

  private interface Shown {
    String of(ResultSet row) throws SQLException;
  }
}
