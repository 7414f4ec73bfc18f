package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of the prompt in scripts, wherever these come from. */
class CommandsTest {
  @AutoClose private static final BedrockEmulator emulator = BedrockEmulator.demo();

  @TempDir private Path folder;

  @Test
  void theyAreTheSameInAFileOnStandardInputAndAsArguments() throws IOException {
    final String script = "\\format csv\nSELECT 1 AS a\n\\g\n  \\x on ;\nSELECT 2 AS b;";
    final String out = "a\r\n1\r\n" + System.lineSeparator() + vertical("b", "2");
    final Path file = Files.writeString(folder.resolve("script.sql"), script);
    assertThat(run("-f", file.toString()).out()).isEqualTo(out);
    assertThat(input(script).out()).isEqualTo(out);
    assertThat(run("\\format csv", "SELECT 1 AS a", "\\x", "SELECT 2 AS b").out()).isEqualTo(out);
    assertThat(input("\\i " + file).out()).isEqualTo(out);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\d jobs",
        "\\d+ jobs;",
        "\\d BEDROCK.\"jobs\"",
        "DESCRIBE jobs;",
        "desc jobs",
        "DESCRIBE TABLE bedrock.jobs",
        "SHOW COLUMNS FROM jobs;"
      })
  void columnsOfATable(String command) {
    assertThat(input(command, "--format=csv").out())
        .startsWith("column,type,nullable,remarks\r\njob_id,VARCHAR,NO,")
        .contains("\r\nsubmit_time,TIMESTAMP,NO,", "\r\nmodel,VARCHAR,NO,")
        .doesNotContain("provider_name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\dt", "\\d", "SHOW TABLES;", "show full tables", "\\dt *"})
  void tables(String command) {
    assertThat(input(command, "--format=csv").out())
        .startsWith("table,type,remarks\r\n")
        .contains("\r\njobs,TABLE,", "\r\nmodels,TABLE,", "\r\napi_calls,SYSTEM TABLE,")
        .doesNotContain("table_constraints");
  }

  @ParameterizedTest
  @CsvSource({
    "\\df json_a*, function|remarks|JSON_ARRAY|Scalar function|JSON_ARRAYAGG|Scalar function|",
    "\\dn, schema|bedrock|",
  })
  void functionsAndSchemas(String command, String shown) {
    final Run run = input(command, "--format=csv");
    assertThat(run.out().replaceAll(",|\r\n", "|")).isEqualTo(shown);
  }

  @Test
  void patternsAndOtherSchemas() {
    assertThat(input("\\dt job*", "--format=csv").out().lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("job_details,"));
    assertThat(input("\\dt *.*", "--format=csv").out())
        .startsWith("schema,table,")
        .contains("\r\nbedrock,jobs,");
    assertThat(input("\\d job*", "--format=csv").out())
        .contains("\r\njobs,job_id,", "\r\njob_details,job_id,");
    assertThat(input("\\d j_bs").err()).contains("There is no table j_bs; \\dt lists them");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "\\frmat csv ! There is no \\frmat; \\? shows help",
        "\\format excel ! \\format takes one of table, auto, csv, json, markdown, vertical",
        "\\timing maybe ! \\timing takes on or off",
        "\\d nope ! There is no table nope; \\dt lists them",
        "DESCRIBE nope; ! There is no table nope; \\dt lists them",
        "\\dt nope* ! There is no table nope*; \\dt lists all",
        "\\run nope ! There is no query nope; \\run lists them",
        "\\run cost-estimate ! cost-estimate needs prices; start jobs with --prices FILE",
        "\\i ! \\i takes the name of a file",
        "\\i no-such-file.sql ! There is no file no-such-file.sql",
        ".tables ! There is no .tables; \\dt lists the tables",
        ".mode csv ! There is no .mode; \\format, \\x and \\pset say how rows are shown",
        "\\watch soon ! \\watch takes seconds, or a time such as 10s, 2m or 500ms",
        ".output x ! There is no .output; \\o FILE writes rows to a file",
        "\\df nope ! There is no function nope; \\df lists all",
        "\\pset pager off ! \\pset takes one of border, expanded, format, null, tuples_only",
        "\\pset border 3 ! border takes one of 0, 1, 2",
        "\\x maybe ! \\x takes one of on, off, auto",
        "\\e ! \\e needs a person at a terminal",
      })
  void mistakesEndTheScriptAndSayWhatToDo(String command, String said) {
    final Run run = input("SELECT 1 AS a;\n" + command + "\nSELECT 2 AS b;", "--format=csv");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("a\r\n1\r\n");
    assertThat(run.err()).isEqualTo("error: line 2: " + said + "\n");
  }

  @Test
  void mistakesAreToldWithTheirPlace() throws IOException {
    final Path file = folder.resolve("inner.sql");
    Files.writeString(file, "SELECT 1 AS a;\n\n  SELECT nope\n  FROM jobs;\n");
    final String said = "line 3, column 10: column 'nope' not found in table 'jobs'\n";
    assertThat(run("-f", file.toString()).err()).isEqualTo("error [42S22]: " + said);
    assertThat(run("\\i " + file).err()).isEqualTo("error [42S22]: " + file + ": " + said);
    assertThat(run("SELECT 1 AS a", "SELECT 2 AS b; SELECT nope FROM jobs").err())
        .startsWith("error [42S22]: line 1, column 23: ");
    assertThat(run("--explain", "SELECT nope FROM jobs").err())
        .startsWith("error [42S22]: line 1, column 8: ");
    assertThat(run("SELECT 1 AS a;\nSELECT 1 / 0 AS a").err())
        .startsWith("error [22012]: line 2: ");
  }

  @Test
  void aCommandWithinAStatementIsRefusedBeforeAnythingIsRun() {
    final Run run = input("SELECT 1 AS a;\nSELECT 2\n\\d jobs\n;", "--format=csv");
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("line 3: \\d stands within a statement; end that with ;");
  }

  @Test
  void commandsAreNotLookedForInTextsAndComments() {
    final String script = "SELECT '\n\\q' AS a; /*\n\\q */\n-- \\q\n";
    final Run run = input(script + "SELECT 2 AS c", "--format=csv");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("a\r\n").endsWith("c\r\n2\r\n");
  }

  @Test
  void leavingEndsTheScriptWithoutFailure() {
    final Run run = input("SELECT 1 AS a;\nSELECT 2 AS b\n\\q\nSELECT 3 AS c;", "--format=csv");
    assertThat(run).isEqualTo(new Run(0, "a\r\n1\r\n", ""));
  }

  @Test
  void timingIsToldBesideTheRows() {
    final Run run = input("\\timing\nSELECT 1 AS a;\n\\timing off\nSELECT 1 AS a;", "--format=csv");
    assertThat(run.err()).matches("\\\\timing is on\nTime: [0-9.]+ ms( \\([0-9:.]+\\))?\n");
  }

  @Test
  void longTimesAreAlsoToldInMinutes() {
    assertThat(Statements.time(1_234_567)).isEqualTo("1.235 ms");
    assertThat(Statements.time(83_367_198_000L)).isEqualTo("83367.198 ms (01:23.367)");
  }

  @Test
  void oneResultIsShownVertically() {
    assertThat(input("SELECT 1 AS a \\gx\nSELECT 2 AS b;\n\\gx", "--format=csv").out())
        .isEqualTo(
            vertical("a", "1")
                + System.lineSeparator()
                + "b\r\n2\r\n"
                + System.lineSeparator()
                + vertical("b", "2"));
    assertThat(input("\\g").err()).isEqualTo("error: There is no statement for \\g to run\n");
  }

  @Test
  void eachFileIsADocumentOfItsOwn() throws IOException {
    final Path one = folder.resolve("one.json");
    final Path two = folder.resolve("two.json");
    final String script =
        "SELECT 0 AS z;\n\\o %s\nSELECT 1 AS a;\n\\o '%s'\nSELECT 2 AS b; SELECT 3 AS c;\n\\o\n\\d models"
            .formatted(one, two);
    final Run run = input(script, "--format=json");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("[\n{\"z\": 0}\n]\n[\n{\"column\": ");
    assertThat(json(Files.readString(one))).isEqualTo(json("[{\"a\": 1}]"));
    assertThat(json(Files.readString(two))).isEqualTo(json("[[{\"b\": 2}], [{\"c\": 3}]]"));
  }

  @Test
  void filesHoldNoEscapesAndAreAsWideAsTablesAreWithoutATerminal() throws IOException {
    final Path file = folder.resolve("table");
    input("\\o " + file + "\nSELECT job_id, message FROM jobs WHERE status = 'Failed' LIMIT 2;");
    assertThat(Files.readAllLines(file)).hasSize(5).allMatch(line -> line.length() <= 120);
    assertThat(Files.readString(file)).doesNotContain("\u001b");
  }

  @Test
  void aFileThatNamesItselfEnds() throws IOException {
    final Path file = folder.resolve("loop.sql");
    Files.writeString(file, "\\i " + file);
    assertThat(input("\\i " + file).err()).contains("files name each other without end");
  }

  @Test
  void severalStatementsAreOneJsonDocument() throws IOException {
    final JsonNode one = json(run("--format=json", "SELECT 1 AS a"));
    assertThat(one).isEqualTo(json("[{\"a\": 1}]"));
    assertThat(
            json(run("--format=json", "SELECT 1 AS a; SELECT 2 AS b WHERE 1 = 0; \\dt models"))
                .toString())
        .startsWith("[[{\"a\":1}],[],[{\"table\":\"models\",");
    assertThat(json(input("\\timing on\n\\format json\nSELECT 1 AS a;"))).isEqualTo(one);
    assertThat(
            run("--format=json", "SELECT 1 AS a", "SELECT 2 AS b", "\\format csv", "SELECT 3 AS c")
                .out())
        .isEqualTo(
            "[\n[\n{\"a\": 1}\n]\n,\n[\n{\"b\": 2}\n]\n]\n"
                + System.lineSeparator()
                + "c\r\n3\r\n");
  }

  @Test
  void fieldsOfJsonHaveNamesOfTheirOwn() throws IOException {
    assertThat(
            json(run("--format=json", "SELECT COUNT(*), 7 AS count, COUNT(message) FROM jobs"))
                .get(0)
                .fieldNames())
        .toIterable()
        .containsExactly("count", "count_2", "count_3");
  }

  private static JsonNode json(Run run) throws IOException {
    assertThat(run.status()).as(run.err()).isZero();
    return json(run.out());
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper()
        .readerFor(JsonNode.class)
        .with(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .readValue(text);
  }

  private static String vertical(String name, String value) {
    return "-[ row 1 ]" + "-".repeat(50) + "\n" + name + " | " + value + "\n(1 row)\n";
  }

  private static Run run(String... arguments) {
    return withUrl("", arguments);
  }

  private static Run input(String script, String... arguments) {
    return withUrl(script, arguments);
  }

  private static Run withUrl(String script, String... arguments) {
    final List<String> all = new ArrayList<>(List.of("--url", emulator.jdbcUrlWithLogin()));
    all.addAll(List.of(arguments));
    return Run.withInput(script, all.toArray(String[]::new));
  }
}
