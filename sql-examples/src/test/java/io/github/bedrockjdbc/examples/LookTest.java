package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How rows look after {@code \pset}, {@code \x} and {@code \t}. */
class LookTest {
  private static final String SELECT = "SELECT 1 AS a, NULL AS bcd, 'e' AS f";
  private static final String VERTICAL = "-[ row 1 ]" + "-".repeat(50) + "\n";

  @AutoClose private static final BedrockEmulator emulator = BedrockEmulator.demo();

  @Test
  void bordersAreThoseOfPsql() {
    assertThat(run("\\pset border 0", SELECT).out())
        .isEqualTo("a bcd  f\n- ---- -\n1 NULL e\n(1 row)\n");
    assertThat(run("\\pset border 1", SELECT).out())
        .isEqualTo(" a | bcd  | f\n---+------+---\n 1 | NULL | e\n(1 row)\n");
    assertThat(run("\\pset border 2", SELECT).out())
        .isEqualTo(
            """
            +---+------+---+
            | a | bcd  | f |
            +---+------+---+
            | 1 | NULL | e |
            +---+------+---+
            (1 row)
            """);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2"})
  void tablesFitWithAnyBorder(int border) {
    final Run run =
        run(
            "\\pset border " + border,
            "SELECT job_id, job_name, message FROM jobs WHERE status = 'Failed' LIMIT 9");
    assertThat(run.out().lines().filter(line -> line.length() == Run.WIDTH).count()).isPositive();
    assertThat(run.out().lines()).allMatch(line -> line.length() <= Run.WIDTH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "table ! ' 1 | -   | e'",
        "csv ! '1,-,e'",
        "markdown ! '| 1 | - | e |'",
        "vertical ! 'bcd | -'",
        "json ! '{\"a\": 1, \"bcd\": null, \"f\": \"e\"}'",
      })
  void nullHasAText(String format, String line) {
    assertThat(run("\\format " + format, "\\pset null -", SELECT).out().lines()).contains(line);
  }

  @Test
  void aTextOfNullMayHaveBlanksOrNone() {
    assertThat(run("\\pset null 'it''s not there'", "\\t", SELECT).out())
        .isEqualTo(" 1 | it's not there | e\n");
    assertThat(run("\\pset null ''", "\\t", SELECT).out()).isEqualTo(" 1 |  | e\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "table ! ' 1 | NULL | e\n'",
        "csv ! '1,,e\r\n'",
        "markdown ! '| 1 |  | e |\n'",
        "vertical ! 'a   | 1\nbcd | NULL\nf   | e\n'",
        "json ! '[\n{\"a\": 1, \"bcd\": null, \"f\": \"e\"}\n]\n'",
      })
  void rowsAlone(String format, String shown) {
    assertThat(run("\\format " + format, "\\t on", SELECT).out()).isEqualTo(shown);
  }

  @Test
  void expandedByWidth() {
    final Run run =
        run(
            "\\x auto",
            SELECT,
            "SELECT job_arn, role_arn, 1 AS n FROM jobs LIMIT 1",
            "\\x",
            SELECT);
    assertThat(run.out())
        .startsWith(" a | bcd  | f\n")
        .contains("(1 row)\n" + System.lineSeparator() + VERTICAL + "job_arn  | arn:aws:bedrock:")
        .endsWith(VERTICAL + "a   | 1\nbcd | NULL\nf   | e\n(1 row)\n");
    assertThat(run.err()).isEqualTo("\\x is on\n");
    assertThat(run("--format", "auto", "SELECT * FROM jobs LIMIT 2").out()).startsWith(VERTICAL);
    assertThat(run("--format", "auto", "SELECT job_id FROM jobs LIMIT 600").out().lines())
        .hasSize(603);
    assertThat(run("--format", "auto", "SELECT * FROM jobs LIMIT 501").out().lines())
        .hasSize(501 * 30 + 1);
  }

  @Test
  void settingsAreShown() {
    assertThat(run("\\x", "\\pset", "\\pset null x", "\\pset null", "\\format", "\\t").err())
        .isEqualTo(
            """
            \\x is on
            border is 1
            expanded is on
            format is vertical
            null is that of the format
            tuples_only is off
            null is 'x'
            \\format is vertical
            \\t is on
            """);
    assertThat(run("\\pset expanded", "\\pset expanded", "\\pset FORMAT JSON", SELECT).out())
        .startsWith("[\n{\"a\": 1");
  }

  @Test
  void textsStandAmongTheRows() {
    assertThat(run("\\t", "\\echo 'one  two' 'it''s'", "SELECT 3 AS a", "\\echo").out())
        .isEqualTo("one  two it's\n 3\n\n");
  }

  private static Run run(String... arguments) {
    final List<String> all = new ArrayList<>(List.of("--url", emulator.jdbcUrlWithLogin()));
    all.addAll(List.of(arguments));
    return Run.of(all.toArray(String[]::new));
  }
}
