package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.examples.age.MaxAge;
import io.github.bedrockjdbc.examples.script.StatementParser;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.EOFError;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTest {
  @AutoClose private static final BedrockEmulator emulator = BedrockEmulator.demo();

  @TempDir private Path home;

  private final StringWriter err = new StringWriter();

  @Test
  void statementsGoOverLinesAndFormatsChange() throws SQLException, IOException {
    final String shown =
        typed(
            """
            SELECT COUNT(status) AS n
            FROM jobs;
            \\format json
            select 'a;b' AS t; select 2 AS u;
            \\q
            """);
    assertThat(shown).contains(" n\n------\n 2000\n(1 row)", "[\n{\"t\": \"a;b\"}\n]");
    assertThat(shown).contains("[\n{\"u\": 2}\n]");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void mistakesAreToldAndThePromptComesBack() throws SQLException, IOException {
    final String shown =
        typed(
            """
            SELECT nope FROM jobs;
            \\frmat csv
            \\format excel
            SELECT 'still' || 'here' AS x;
            """);
    assertThat(err.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("error [42S22]: "),
            line -> assertThat(line).startsWith("There is no \\frmat"),
            line -> assertThat(line).contains("table, auto, csv, json, markdown, vertical"));
    assertThat(shown).contains("stillhere");
  }

  @Test
  void columnsAndHelp() throws SQLException, IOException {
    assertThat(typed("\\d jobs\n\\?\nexit\n"))
        .contains("submit_time", "TIMESTAMP", "\\format [NAME]");
  }

  @Test
  void readyMadeQueriesAndTheirCalls() throws SQLException, IOException {
    final String shown = typed("\\run\n\\calls on\n\\run jobs-per-status\n\\run nope\n\\calls x\n");
    assertThat(shown).contains(" failures-by-reason ", " Completed ");
    assertThat(err.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("sent: ListModelInvocationJobs maxResults=1000 in"),
            line -> assertThat(line).contains("nextToken=* in us-east-1: 1,000 jobs, "),
            line -> assertThat(line).isEqualTo("There is no query nope; \\run lists them"),
            line -> assertThat(line).isEqualTo("\\calls takes on or off"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "SELECT * FROM jo, jobs",
        "\\run failures-, failures-by-reason",
        "\\for, \\format",
        "\\format mark, markdown",
        "SELECT job_n, job_name",
        "SELECT 1 FROM jobs WHERE status = 'Fai, 'Failed'",
        "SELECT COUNT(*) FI, FILTER",
        "\\d job, job_details",
        "DESCRIBE mod, models",
        "\\timing o, on",
        "\\x a, auto",
        "\\pset n, null",
        "\\pset expanded a, auto",
        "\\pse, \\pset",
        "SELECT 1 FROM jobs j WHERE j.sub, j.submit_time",
        "SELECT 1 FROM jobs AS j JOIN models m ON m.mod, m.model_id",
        "SELECT 1 FROM bedrock.jobs WHERE jobs.sub, jobs.submit_time",
        "SELECT 1 FROM jobs j WHERE J.sub, J.submit_time",
        "SELECT 1; SELECT 2 FROM models m WHERE m.mod, m.model_id",
      })
  void tabCompletesWhatCanStandThere(String line, String word) throws SQLException, IOException {
    assertThat(completions(line, line.length())).contains(word);
  }

  @Test
  void aStatementThatHasNotEndedIsNeitherRunNorLost() throws SQLException, IOException {
    final String shown = typed("SELECT 'one'\n\\d jobs\nSELECT 'two'\n\\r\nSELECT 'three'\n\\g\n");
    assertThat(shown).contains(" three\n").doesNotContain(" one\n", " two\n", "submit_time");
    assertThat(err)
        .hasToString(
            "line 2: \\d stands within a statement; end that with ; or drop it with \\r\n");
    assertThat(typed("SELECT 'four'\n\\q\nSELECT 5;\n")).doesNotContain(" four\n", " 5\n");
  }

  @Test
  void hintsNameWhatThePromptHas() throws SQLException, IOException {
    assertThat(typed("SELECT * FROM jobs LIMIT 1;\n\\x\nSELECT * FROM jobs LIMIT 1;\n.tables\n"))
        .contains("more columns; \\x shows all", "-[ row 1 ]-")
        .doesNotContain("--format");
    assertThat(err.toString().lines())
        .containsExactly("\\x is on", "There is no .tables; \\dt lists the tables");
  }

  @Test
  void theStatementBeforeIsRunAgain() throws SQLException, IOException {
    assertThat(
            typed("SELECT 'one' AS a;\n\\g\n\\gx\nSELECT 'two' AS b \\gx\nSELECT 'three' AS c;\n"))
        .containsSubsequence(" one\n", " one\n", "a | one\n", "b | two\n", " c\n-------\n three\n");
    assertThat(typed("\\gx\n")).doesNotContain("row 1");
    assertThat(err).hasToString("There is no statement for \\gx to run\n");
  }

  @Test
  void rowsGoToAFileAndBack() throws SQLException, IOException {
    final Path file = home.resolve("rows.csv");
    assertThat(
            typed(
                "\\format csv\n\\o " + file + "\nSELECT 'there' AS a;\n\\o\nSELECT 'here' AS a;\n"))
        .contains("here\n")
        .doesNotContain("there\n");
    assertThat(file).hasContent("a\r\nthere\r\n");
    typed("\\o '" + home + "/no/folder'\nSELECT 'still' AS a;\n");
    assertThat(err).hasToString("Cannot write '" + home + "/no/folder'\n");
  }

  @Test
  void settingsAreNoFailures() throws SQLException, IOException {
    assertThat(typed("USE bedrock;\nSET search_path TO bedrock;\nSELECT 'ok';\n"))
        .contains(" ok\n");
    assertThat(err.toString()).isEmpty();
  }

  /** Where the cursor stands before FROM, and of which table the columns are. */
  @ParameterizedTest
  @CsvSource({
    "SELECT j.| FROM jobs j, j.message, j.provider_name",
    "SELECT j. | FROM jobs j, submit_time, provider_name",
    "SELECT a.| FROM jobs j JOIN models AS a ON 1 = 1, a.provider_name, a.message",
    "SELECT | FROM models, provider_name, message",
    "SELECT | FROM jobs j WHERE 1 = 1, j., provider_name",
    "SELECT x.| FROM jobs j; SELECT 1 FROM models x, , x.provider_name",
    "SELECT t.| FROM (SELECT 1 AS one FROM jobs) t, , t.message",
  })
  void tabKnowsTheTablesOfTheWholeStatement(String typed, String offered, String never)
      throws SQLException, IOException {
    final int cursor = typed.indexOf('|');
    final List<String> completions = completions(typed.replace("|", ""), cursor);
    assertThat(completions).doesNotContain(never);
    if (offered != null) {
      assertThat(completions).contains(offered);
    }
  }

  private static List<String> completions(String line, int cursor)
      throws SQLException, IOException {
    final List<Candidate> candidates = new ArrayList<>();
    try (Database database = Database.open(emulator.jdbcUrlWithLogin());
        Session session = new Session(database)) {
      new Words(session.metaData())
          .complete(
              null, new StatementParser().parse(line, cursor, ParseContext.COMPLETE), candidates);
    }
    return candidates.stream().map(Candidate::value).toList();
  }

  @Test
  void historyIsKept() throws SQLException, IOException {
    typed("SELECT 1;\n");
    assertThat(home.resolve("bedrock-jobs/history")).content().contains("SELECT 1;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1", "SELECT ';", "SELECT 1 /* ; */"})
  void enterGoesOnWithAnOpenStatement(String line) {
    assertThat(catchThrowing(line)).isInstanceOf(EOFError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SELECT 1;", "\\d", "quit", "-- nothing"})
  void enterEndsTheRest(String line) {
    assertThat(catchThrowing(line)).isNull();
  }

  @Test
  void wordsEndWhereIdentifiersDo() {
    final String line = "SELECT COUNT(job_";
    assertThat(new StatementParser().parse(line, line.length(), ParseContext.COMPLETE).word())
        .isEqualTo("job_");
  }

  private static Throwable catchThrowing(String line) {
    return catchThrowable(
        () -> new StatementParser().parse(line, line.length(), ParseContext.ACCEPT_LINE));
  }

  private String typed(String input) throws SQLException, IOException {
    final Typed typed = Typed.at(emulator.jdbcUrlWithLogin(), MaxAge.OF_SCRIPT, home, input);
    err.append(typed.err());
    return typed.screen();
  }
}
