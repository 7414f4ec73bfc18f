package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Statements that are wide or deep give their rows, or say which limit they are beyond. Each took
 * minutes, or failed, before it was planned in a time that its length bounds.
 */
class LongStatementsTest {
  private static final Duration LONGEST = Duration.ofSeconds(90);

  @AutoClose private static final BedrockEmulator emulator = KnownJobs.emulator();
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  /** The terms come from three values, of which the middle one is found. */
  static Stream<Arguments> wide() {
    final String values = "(VALUES ('a'), ('term700'), (CAST(NULL AS VARCHAR))) t(x)";
    return Stream.of(
        Arguments.of(
            "SELECT x FROM "
                + values
                + " WHERE "
                + joined(5_000, " OR ", i -> "x = 'term" + i + "'"),
            List.of("term700")),
        Arguments.of(
            "SELECT x FROM "
                + values
                + " WHERE x IN ("
                + joined(5_000, ", ", i -> "'term" + i + "'")
                + ")",
            List.of("term700")),
        Arguments.of(
            "SELECT x FROM "
                + values
                + " WHERE x NOT IN ("
                + joined(5_000, ", ", i -> "'term" + i + "'")
                + ")",
            List.of("a")),
        Arguments.of(
            "SELECT x IN (" + joined(2_000, ", ", i -> "'term" + i + "'") + ") FROM " + values,
            List.of("false", "true", "null")),
        Arguments.of(
            "SELECT x NOT IN (NULL, "
                + joined(500, ", ", i -> "'term" + 2 * i + "'")
                + ") FROM "
                + values,
            List.of("null", "false", "null")),
        Arguments.of(
            "SELECT x FROM "
                + values
                + " WHERE "
                + joined(2_000, " AND ", i -> "x <> 'term" + i + "'"),
            List.of("a")),
        Arguments.of(
            "SELECT x FROM "
                + values
                + " WHERE "
                + joined(
                    300,
                    " OR ",
                    i -> "(x LIKE 'term" + i + "%' AND x BETWEEN 'term7' AND 'term71')"),
            List.of("term700")),
        Arguments.of(
            "SELECT CASE x "
                + joined(300, " ", i -> "WHEN 'term" + 7 * i + "' THEN 'found" + i + "'")
                + " ELSE 'none' END FROM "
                + values,
            List.of("none", "found100", "none")),
        Arguments.of(
            "SELECT CHAR_LENGTH(" + joined(1_000, " || ", i -> "x") + ") FROM " + values,
            List.of("1000", "7000", "null")),
        Arguments.of(
            "SELECT CHAR_LENGTH(" + joined(600, " || ", i -> "x || 1 + 1") + ") FROM " + values,
            List.of("1200", "4800", "null")),
        Arguments.of(
            "SELECT " + joined(1_000, " + ", i -> "CHAR_LENGTH(x)") + " FROM " + values,
            List.of("1000", "7000", "null")),
        Arguments.of(
            "SELECT x FROM "
                + values
                + " WHERE "
                + "(".repeat(1_000)
                + "x = 'a'"
                + ")".repeat(1_000),
            List.of("a")));
  }

  /** Each level doubles what Calcite would write out, or compare. */
  static Stream<Arguments> deep() {
    final String values = " FROM (VALUES ('a'), ('b'), (CAST(NULL AS VARCHAR))) t(x)";
    return Stream.of(
        Arguments.of(
            "SELECT " + nested(40, "x", x -> "COALESCE(" + x + ", 'z')") + values,
            List.of("a", "b", "z")),
        Arguments.of(
            "SELECT " + nested(30, "x", x -> "COALESCE(NULLIF(" + x + ", 'a'), x)") + values,
            List.of("a", "b", "null")),
        Arguments.of(
            "SELECT " + nested(40, "x", x -> "NULLIF(" + x + ", 'b')") + values,
            List.of("a", "null", "null")),
        Arguments.of(
            "SELECT " + nested(30, "x", x -> "GREATEST(" + x + ", LEAST('aa', " + "x))") + values,
            List.of("a", "b", "aa")),
        Arguments.of(
            "SELECT " + nested(30, "CHAR_LENGTH(x)", x -> "GREATEST(" + x + ", 2, 1.5)") + values,
            List.of("2.0", "2.0", "2.0")),
        Arguments.of(
            "SELECT x"
                + values
                + " WHERE "
                + nested(20, "x", x -> "CASE WHEN " + x + " = 'a' THEN x ELSE 'c' END")
                + " = 'a'",
            List.of("a")),
        Arguments.of(
            "SELECT x FROM "
                + nested(
                    30,
                    "(SELECT CHAR_LENGTH(x) AS x" + values + ")",
                    x -> "(SELECT x + x AS x FROM " + x + " q)"),
            List.of("1073741824", "1073741824", "null")),
        Arguments.of(
            nested(10, "SELECT x" + values, x -> "SELECT x" + values + " WHERE x IN (" + x + ")"),
            List.of("a", "b")),
        Arguments.of(
            nested(
                5,
                "SELECT x" + values + " WHERE x = 'a'",
                x -> "SELECT x" + values + " WHERE x NOT IN (" + x + ")"),
            List.of("b")),
        Arguments.of(
            "SELECT COUNT(*) FROM (VALUES (1)) j0(x)"
                + joined(
                    14,
                    "",
                    i ->
                        " JOIN (VALUES (1), (2)) j"
                            + (i + 1)
                            + "(x) ON j"
                            + (i + 1)
                            + ".x = j"
                            + i
                            + ".x"),
            List.of("1")));
  }

  @ParameterizedTest
  @MethodSource({"wide", "deep"})
  void givesItsRows(String sql, List<String> rows) {
    final List<String> found = assertTimeoutPreemptively(LONGEST, () -> rows(sql));
    assertThat(found).containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void tenThousandNamesAreFoundInOneWalk() throws SQLException {
    final String name = rows("SELECT MIN(job_name) FROM jobs").get(0);
    final String sql =
        "SELECT DISTINCT job_name FROM jobs WHERE job_name = '"
            + name
            + "' OR "
            + joined(10_000, " OR ", i -> "job_name = 'no-job-" + i + "'");
    emulator.log().clear();
    assertThat(assertTimeoutPreemptively(LONGEST, () -> rows(sql))).containsExactly(name);
    assertThat(emulator.log().lines()).hasSize(1);
  }

  @Test
  void namesOfColumnsAreNoTables() throws SQLException {
    final List<Integer> numbers = IntStream.rangeClosed(1, 250).boxed().toList();
    final String values = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    final String names = numbers.stream().map(n -> "c" + n).collect(Collectors.joining(", "));
    assertThat(
            Queries.run(connection, "SELECT c250 FROM (VALUES (" + values + ")) t(" + names + ")"))
        .containsExactly("250");
  }

  @Test
  void twoThousandParametersAreValues() throws SQLException {
    final String sql =
        "SELECT x FROM (VALUES ('a'), ('v77')) t(x) WHERE x IN ("
            + joined(2_000, ", ", i -> "?")
            + ")";
    final List<String> found =
        assertTimeoutPreemptively(
            LONGEST,
            () -> {
              try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 1; i <= 2_000; i++) {
                  statement.setString(i, "v" + i);
                }
                return rows(statement.executeQuery());
              }
            });
    assertThat(found).containsExactly("v77");
  }

  /** One request for each of 2²² ways to choose, before they were bounded. */
  @Test
  void explainsManyAlternatives() {
    final String sql =
        "EXPLAIN PLAN FOR SELECT job_name FROM jobs WHERE "
            + joined(22, " AND ", i -> "(status = ? OR job_name = ?)");
    assertThat(assertTimeoutPreemptively(LONGEST, () -> rows(sql)))
        .anyMatch(line -> line.contains("ListModelInvocationJobs"));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(
            "SELECT " + "(".repeat(3_000) + "1" + ")".repeat(3_000),
            "parentheses and CASE are nested more than 2000 deep"),
        Arguments.of(
            "SELECT " + "(".repeat(3_000), "parentheses and CASE are nested more than 2000 deep"),
        Arguments.of(
            "WITH c0 AS (SELECT 1 AS x)"
                + joined(
                    30,
                    "",
                    i -> ", c" + (i + 1) + " AS (SELECT a.x FROM c" + i + " a, c" + i + " b)")
                + " SELECT x FROM c30",
            "reads more than 200 tables"),
        Arguments.of(
            "SELECT "
                + nested(
                    30, "status", x -> "CASE " + x + " WHEN 'a' THEN 'b' WHEN 'c' THEN 'd' END")
                + " FROM jobs",
            "more than 100000 parts once its CASE is expanded"),
        Arguments.of(
            "SELECT "
                + nested(30, "status = 'a'", x -> "(" + x + " IS DISTINCT FROM (status = 'b'))")
                + " FROM jobs",
            "more than 100000 parts once its IS DISTINCT FROM is expanded"),
        Arguments.of(
            nested(
                8,
                "SELECT x FROM (VALUES (1), (NULL)) t(x)",
                x -> "SELECT x FROM (VALUES (1), (NULL)) t(x) WHERE x NOT IN (" + x + ")"),
            "nested too deeply"),
        Arguments.of(
            "SELECT 1" + " - 1".repeat(60_000), "more than 2000 operators follow each other"));
  }

  @ParameterizedTest
  @MethodSource
  void refused(String sql, String words) {
    assertThatThrownBy(() -> assertTimeoutPreemptively(LONGEST, () -> rows(sql)))
        .hasMessageContaining(words)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("54001"));
    assertThat(assertTimeoutPreemptively(LONGEST, () -> rows("SELECT 'still works'")))
        .containsExactly("still works");
  }

  private static List<String> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return rows(statement.executeQuery(sql));
    }
  }

  private static List<String> rows(ResultSet result) throws SQLException {
    final List<String> rows = new ArrayList<>();
    while (result.next()) {
      rows.add(String.valueOf(result.getString(1)));
    }
    return rows;
  }

  private static String joined(int terms, String between, IntFunction<String> term) {
    return IntStream.range(0, terms).mapToObj(term).collect(Collectors.joining(between));
  }

  private static String nested(int levels, String core, UnaryOperator<String> around) {
    String text = core;
    for (int i = 0; i < levels; i++) {
      text = around.apply(text);
    }
    return text;
  }
}
