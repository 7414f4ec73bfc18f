package io.github.bedrockjdbc.examples;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.examples.price.PriceFile;
import io.github.bedrockjdbc.examples.price.Prices;
import io.github.bedrockjdbc.examples.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * The ready-made queries give these rows and send these requests, over the demo's jobs at the end
 * of October 2026. With {@code -Dscripts.update=true} what comes is written into the files instead;
 * read the difference before you keep it.
 */
class QueriesTest {
  private static final Path EXPECTED =
      Project.ROOT.resolve("sql-examples/src/test/resources/expected");

  private static final Prices PRICES =
      PriceFile.read(Project.ROOT.resolve("sql-examples/prices-example.csv"));

  /** Made once, for several emulators. */
  private static final List<Job> JOBS =
      List.copyOf(JobFixture.of(BedrockEmulator.DEMO_JOBS, BedrockEmulator.DEMO_SEED));

  @Test
  void rowsAndRequestsAreAsExpected() throws IOException, SQLException {
    final SoftAssertions differences = new SoftAssertions();
    try (ScriptRun run = new ScriptRun(JOBS)) {
      for (SavedQuery query : SavedQuery.all()) {
        final List<String> actual = outcome(run, query);
        final Path expected = EXPECTED.resolve(query.name() + ".txt");
        if (Boolean.getBoolean("scripts.update")) {
          Files.createDirectories(EXPECTED);
          Files.write(expected, actual);
        }
        assertThat(actual.indexOf("!requests")).as("rows of %s", query.name()).isGreaterThan(1);
        differences
            .assertThat(String.join("\n", actual))
            .as(query.name())
            .isEqualTo(String.join("\n", Files.readAllLines(expected)));
      }
    }
    differences.assertAll();
  }

  @Test
  void everyExpectationIsOfAQuery() throws IOException {
    try (Stream<Path> files = Files.list(EXPECTED)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              SavedQuery.all().stream().map(query -> query.name() + ".txt").toList());
    }
  }

  @Test
  void headersSayWhatIsCountedAndWhatIsLeftOut() throws IOException {
    for (SavedQuery query : SavedQuery.all()) {
      final String header =
          query.sql().lines().skip(1).takeWhile(line -> line.startsWith("-- ")).collect(joining());
      assertThat(header).as(query.name()).containsPattern("Counts|Lists|counts");
      assertThat(header).as(query.name()).containsPattern("[Ll]eaves out|left out");
    }
  }

  /** The time of the query is sent; the demo's jobs are never older than it. */
  @Test
  void nowIsNow() {
    final Instant before = Instant.now();
    final Run run =
        Run.at(Clock.systemUTC(), "run", "changed-in-24-hours", "--calls", "--max-rows", "5");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("(5 rows)");
    final Matcher bound = Pattern.compile("submitTimeAfter=(\\S+)").matcher(run.err());
    assertThat(bound.find()).isTrue();
    assertThat(Instant.parse(bound.group(1)).plus(8, ChronoUnit.DAYS))
        .isBetween(before.minusSeconds(2), Instant.now());
  }

  static String atDemoTime(String sql) {
    return sql.replace("CURRENT_TIMESTAMP", "TIMESTAMP '2026-11-01 00:00:00'")
        .replace("CURRENT_DATE", "DATE '2026-11-01'");
  }

  /**
   * What is read of single jobs is kept, so that who reads it needs an emulator of its own; a fifth
   * of the jobs has manifests enough.
   */
  private static List<String> outcome(ScriptRun shared, SavedQuery query) throws SQLException {
    final String sql = PRICES.addedTo(atDemoTime(Script.split(query.sql()).get(0).text()));
    if (!sql.matches("(?s).*(message|job_details).*")) {
      return outcome(shared, shared.isConnected() ? List.of("!keep") : List.of(), sql);
    }
    try (ScriptRun own =
        new ScriptRun(sql.contains("job_details") ? JOBS.subList(0, JOBS.size() / 5) : JOBS)) {
      return outcome(own, List.of(), sql);
    }
  }

  private static List<String> outcome(ScriptRun run, List<String> commands, String sql)
      throws SQLException {
    final List<String> lines = run.run(new ScriptPart(commands, List.of(sql + ";"), List.of()));
    final int requests = lines.indexOf("!requests") + 1;
    final List<String> outcome = new ArrayList<>(lines.subList(0, requests));
    outcome.addAll(counted(lines.subList(requests, lines.size())));
    return outcome;
  }

  /** Failure messages and manifests are many requests of one kind. */
  private static List<String> counted(List<String> requests) {
    final Map<String, Integer> counts = new LinkedHashMap<>();
    for (String request : requests) {
      counts.merge(
          request
              .replaceFirst("/model-invocation-job/.*", "/model-invocation-job/*")
              .replaceFirst("/\\S+/manifest\\.json\\.out", "/*/manifest.json.out"),
          1,
          Integer::sum);
    }
    return counts.entrySet().stream()
        .map(
            each ->
                each.getValue() == 1
                    ? each.getKey()
                    : each.getKey() + " (" + each.getValue() + " times)")
        .toList();
  }
}
