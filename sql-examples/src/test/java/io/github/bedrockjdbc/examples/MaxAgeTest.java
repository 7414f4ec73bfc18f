package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.examples.age.MaxAge;
import io.github.bedrockjdbc.examples.terminal.Screen;
import io.github.bedrockjdbc.examples.terminal.Shell;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the command line asks again, and when it shows rows that it has read. */
class MaxAgeTest {
  private static final String COUNT = "SELECT status, COUNT(*) AS jobs FROM jobs GROUP BY status";
  private static final String FAILED = "SELECT job_name FROM jobs WHERE status = 'Failed' LIMIT 3";

  @AutoClose
  private final BedrockEmulator emulator =
      BedrockEmulator.builder().jobs(JobFixture.of(120, 7)).start();

  @TempDir private Path home;

  @Test
  void thePromptAsksOnceAndSaysHowOldRowsAre() throws SQLException, IOException {
    final Typed typed = typed(MaxAge.OF_PROMPT, "", COUNT + ";\n" + FAILED + ";\nSELECT 1;\n");
    assertThat(typed.screen())
        .startsWith("SQL over the table jobs.")
        .contains("Rows may be up to 30 s old (maxAge); SET maxAge = 0; asks for each statement.");
    assertThat(typed.err()).matches("kept rows, \\d+ s old\n");
    assertThat(emulator.log().lines()).hasSize(1);
  }

  @Test
  void whatIsSetInThePromptCounts() throws SQLException, IOException {
    final Typed typed =
        typed(
            MaxAge.OF_PROMPT,
            "",
            String.join(";\n", COUNT, "SET maxAge = 0", COUNT, "RESET maxAge", COUNT, ""));
    assertThat(typed.err()).matches("kept rows, \\d+ s old\n");
    assertThat(emulator.log().lines()).hasSize(2);
  }

  @Test
  void theAgeOfTheUrlCounts() throws SQLException, IOException {
    final Typed typed = typed(MaxAge.OF_PROMPT, ";maxAge=0", COUNT + ";\n" + COUNT + ";\n");
    assertThat(typed.screen()).doesNotContain("old");
    assertThat(typed.err()).isEmpty();
    assertThat(emulator.log().lines()).hasSize(2);
    assertThat(typed(MaxAge.OF_PROMPT, ";maxage=7", "\\conninfo\n").err())
        .startsWith("jdbc:bedrock:")
        .endsWith(", rows up to 7 s old\n");
  }

  @Test
  void scriptsAskForEachStatementUnlessToldOtherwise() {
    assertThat(run("", COUNT, COUNT).status()).isZero();
    assertThat(emulator.log().lines()).hasSize(2);
    emulator.log().clear();
    final Run run = run("", "--max-age=60", "--calls", COUNT, COUNT);
    assertThat(run.err()).startsWith("sent: List").endsWith("sent: nothing\n");
    assertThat(emulator.log().lines()).hasSize(1);
  }

  @Test
  void whatIsTypedGoesBeforeTheUrl() {
    assertThat(run(";maxAge=60", "--max-age=0", COUNT, COUNT).status()).isZero();
    assertThat(emulator.log().lines()).hasSize(2);
    emulator.log().clear();
    assertThat(run(";maxAge=60", COUNT, COUNT).status()).isZero();
    assertThat(emulator.log().lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "86401", "soon"})
  void agesAreSecondsOfADay(String wrong) {
    final Run run = run("", "--max-age=" + wrong, COUNT);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().contains("--max-age");
  }

  @ParameterizedTest
  @CsvSource({"500ms, 0", "1s, 0", "1999ms, 0", "2s, 1", "10s, 9", "61s, 60", "10m, 60"})
  void roundsOfAWatchFindTheRowsOfTheOneBeforeTooOld(String interval, int seconds) {
    assertThat(MaxAge.ofWatch(new Watch.Interval().convert(interval)).seconds()).isEqualTo(seconds);
  }

  /** Two statements of a round share its rows; the next round asks for what may have changed. */
  @Test
  void aWatchRenewsItsRows() throws Exception {
    final StringWriter out = new StringWriter();
    final Shell shell =
        new Shell(
            Reader.nullReader(),
            out,
            new PrintWriter(new StringWriter(), true),
            Map.of("TERM", "dumb"),
            new Screen(() -> false, () -> true, () -> false, () -> 80),
            Run.DEMO_TIME);
    final CompletableFuture<Integer> status = new CompletableFuture<>();
    final Thread thread =
        new Thread(
            () ->
                status.complete(
                    Examples.run(
                        shell, "--url", emulator.jdbcUrlWithLogin(), "--watch=2s", COUNT, FAILED)));
    thread.start();
    emulator.awaitRequests(2);
    thread.interrupt();
    assertThat(status.get(1, TimeUnit.MINUTES)).isEqualTo(130);
    assertThat(emulator.log().lines())
        .satisfiesExactly(
            all -> assertThat(all).doesNotContain("submitTimeAfter"),
            changed -> assertThat(changed).contains("submitTimeAfter="));
    assertThat(out.toString()).contains("every 2s, rows up to 1s old; Ctrl-C stops");
  }

  @Test
  void theWatchOfThePromptAsksInEachRoundUntilItIsInterrupted() throws Exception {
    final List<Terminal> terminals = new ArrayList<>();
    try (PipedOutputStream keys = new PipedOutputStream();
        PipedInputStream lines = new PipedInputStream(keys)) {
      final CompletableFuture<Typed> typed =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return Typed.at(
                      emulator.jdbcUrlWithLogin(), MaxAge.OF_PROMPT, home, lines, terminals::add);
                } catch (SQLException | IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      keys.write((COUNT + "\n\\watch 0.001\n").getBytes(StandardCharsets.UTF_8));
      keys.flush();
      emulator.awaitRequests(3);
      terminals.get(0).raise(Signal.INT);
      keys.write("SHOW maxAge;\n\\q\n".getBytes(StandardCharsets.UTF_8));
      keys.flush();
      final Typed shown = typed.get(1, TimeUnit.MINUTES);
      assertThat(shown.screen())
          .contains("every 0.001s; Ctrl-C stops")
          .containsSubsequence("maxAge\n", " 30\n");
      assertThat(shown.err()).as(shown.screen()).isEqualTo("cancelled\n");
    }
  }

  private Typed typed(MaxAge maxAge, String more, String lines) throws SQLException, IOException {
    return Typed.at(emulator.jdbcUrlWithLogin() + more, maxAge, home, lines);
  }

  private Run run(String more, String... arguments) {
    final List<String> all = new ArrayList<>(List.of("--format=csv"));
    all.addAll(List.of("--url", emulator.jdbcUrlWithLogin() + more));
    all.addAll(List.of(arguments));
    return Run.of(all.toArray(String[]::new));
  }
}
