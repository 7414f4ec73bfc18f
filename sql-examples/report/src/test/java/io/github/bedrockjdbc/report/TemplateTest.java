package io.github.bedrockjdbc.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.data.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jfree.data.category.CategoryDataset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the pages show is what the emulator has; counted here in Java, there in SQL. */
class TemplateTest {
  private static final Set<String> UNDER_WAY =
      Set.of("Submitted", "Validating", "Scheduled", "InProgress", "Stopping");
  private static final String TIMES =
      " submitTimeAfter=2026-10-01T23:59:59Z submitTimeBefore=2026-10-31T17:23:45.999Z";

  private static Filled filled;

  @BeforeAll
  static void fill() throws Exception {
    filled = Filled.demo();
  }

  @Test
  void headlineCountsJobsAndRecords() {
    final int jobs = filled.jobs().size();
    final long processed = sum(job -> job.counters().processed());
    final long errors = sum(job -> job.counters().error());
    assertThat(jobs).isGreaterThan(200);
    assertThat(filled.texts(0))
        .containsSubsequence(
            "Batch inference: last 30 days",
            "Jobs submitted from 2026-10-02 00:00 until 2026-10-31 17:23 UTC",
            "Jobs",
            Figures.count((long) jobs),
            "Completed",
            percent(filled.completed().size(), jobs),
            filled.completed().size() + " of " + jobs + " jobs",
            "Failed",
            percent(filled.failed().size(), jobs),
            filled.failed().size() + " of " + jobs + " jobs",
            "Records processed",
            "%.1f M".formatted(processed / 1e6),
            "of %,d".formatted(sum(job -> job.counters().total())),
            "Error rate",
            percent(errors, processed),
            "%,d of the records".formatted(errors),
            "Median duration",
            "%.1f h".formatted(median() / 60.0));
  }

  @Test
  void eachDayHasItsStack() throws Exception {
    final Map<String, Long> expected =
        filled.jobs().stream()
            .collect(
                Collectors.groupingBy(
                    job -> day(job) + " " + state(job), TreeMap::new, Collectors.counting()));
    final CategoryDataset drawn = filled.daily();
    final Map<String, Long> bars = new TreeMap<>();
    for (final Object state : drawn.getRowKeys()) {
      for (int column = 0; column < drawn.getColumnCount(); column++) {
        final Number value = drawn.getValue(drawn.getRowIndex((String) state), column);
        if (value != null) {
          bars.put(drawn.getColumnKey(column) + " " + state, value.longValue());
        }
      }
    }
    assertThat(bars).isEqualTo(expected);
    assertThat(drawn.getColumnKeys().toString())
        .startsWith("[2026-10-02, 2026-10-03,")
        .endsWith("2026-10-30, 2026-10-31]");
    assertThat(drawn.getColumnCount()).isEqualTo(30);
  }

  @Test
  void statesHaveTheirPlaceInTheStack() throws Exception {
    assertThat(filled.daily().getRowKeys().toString())
        .isEqualTo("[Completed, PartiallyCompleted, Under way, Stopped, Expired, Failed]");
  }

  @Test
  void reasonsAddUpToTheFailedJobs() throws Exception {
    final CategoryDataset drawn = filled.reasons();
    final Map<String, Integer> bars = new LinkedHashMap<>();
    for (int column = 0; column < drawn.getColumnCount(); column++) {
      bars.put((String) drawn.getColumnKey(column), drawn.getValue(0, column).intValue());
    }
    assertThat(bars.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(filled.failed().size());
    assertThat(bars)
        .hasSizeLessThanOrEqualTo(9)
        .containsEntry("encryption key", failedOf("ciphertext"))
        .containsEntry("model retired", failedOf("end of life"))
        .containsEntry("service", failedOf("internal error"));
    bars.remove("other reasons");
    assertThat(List.copyOf(bars.values())).isSortedAccordingTo(Comparator.reverseOrder());
  }

  /** The ready-made query tells the same reasons. */
  @Test
  void reasonsAreThoseOfTheQuery() throws Exception {
    final Path root = Path.of(System.getProperty("project.root"));
    assertThat(
            reasons(
                root.resolve(
                    "sql-examples/report/src/main/resources/report/batch-inference.jrxml")))
        .isEqualTo(reasons(root.resolve("sql-examples/queries/failures-by-reason.sql")));
  }

  @Test
  void slowestJobsComeInOrder() {
    final List<String> slowest =
        filled.jobs().stream()
            .filter(job -> job.endTime() != null && !job.status().equals("Expired"))
            .sorted(
                Comparator.comparingLong(TemplateTest::minutes)
                    .reversed()
                    .thenComparing(Job::submitTime)
                    .thenComparing(Job::jobArn))
            .limit(10)
            .map(Job::jobName)
            .toList();
    assertThat(filled.texts(0)).containsSubsequence("Slowest jobs").containsSubsequence(slowest);
  }

  @Test
  void eachFailedJobIsInTheTableWithItsMessage() {
    final List<String> texts = filled.texts();
    assertThat(filled.failed()).hasSizeGreaterThan(20);
    for (final Job job : filled.failed()) {
      final int place = texts.indexOf(job.jobId());
      assertThat(place).as(job.jobId()).isPositive();
      assertThat(texts.get(place - 1)).isEqualTo(job.jobName());
      assertThat(texts.get(place + 2))
          .isEqualTo(job.message() == null ? "The service tells no reason." : job.message());
    }
  }

  @Test
  void theTablesHeadIsRepeatedAndPagesAreCounted() {
    final int pages = filled.print().getPages().size();
    assertThat(pages).isGreaterThan(2);
    boolean areAllListed = false;
    for (int page = 1; page < pages; page++) {
      assertThat(filled.texts(page)).endsWith("Page " + (page + 1) + " of " + pages);
      areAllListed |= filled.texts(page).contains("Tokens by model and team");
      if (areAllListed) {
        continue;
      }
      assertThat(filled.texts(page))
          .startsWith(
              page == 1 ? "Failed jobs" : "Failed jobs (continued)",
              "Submitted (UTC)",
              "Job",
              "Model",
              "Why it failed");
    }
  }

  @Test
  void theDaysAreListedOnceForAllPartsAndMessagesAreReadOnce() {
    final Map<Boolean, List<String>> requests =
        filled.requests().stream()
            .filter(line -> line.contains("/model-invocation-job"))
            .collect(
                Collectors.partitioningBy(line -> line.startsWith("GET /model-invocation-job/")));
    assertThat(requests.get(false))
        .containsExactly("GET /model-invocation-jobs maxResults=1000" + TIMES);
    assertThat(requests.get(true))
        .as("each message once; that there is none is asked twice")
        .containsExactlyInAnyOrderElementsOf(
            filled.failed().stream()
                .flatMap(job -> Collections.nCopies(job.message() == null ? 2 : 1, job).stream())
                .map(job -> "GET /model-invocation-job/" + job.jobArn())
                .toList());
  }

  private static long sum(Function<Job, Long> counter) {
    return filled.jobs().stream()
        .map(counter)
        .filter(value -> value != null)
        .mapToLong(Long::longValue)
        .sum();
  }

  private static String percent(long part, long whole) {
    return "%.1f %%".formatted(100.0 * part / whole);
  }

  private static long median() {
    final List<Long> sorted =
        filled.completed().stream().map(TemplateTest::minutes).sorted().toList();
    return sorted.get((sorted.size() + 1) / 2 - 1);
  }

  private static long minutes(Job job) {
    return Duration.between(job.submitTime(), job.endTime()).toMinutes();
  }

  private static LocalDate day(Job job) {
    return LocalDate.ofInstant(job.submitTime(), ZoneOffset.UTC);
  }

  private static String state(Job job) {
    return UNDER_WAY.contains(job.status()) ? "Under way" : job.status();
  }

  private static int failedOf(String words) {
    return (int)
        filled.failed().stream()
            .filter(job -> job.message() != null && job.message().contains(words))
            .count();
  }

  private static String reasons(Path file) throws Exception {
    final String text = Files.readString(file).replaceAll("\\s+", " ");
    final int start = text.indexOf("REGEXP_REPLACE(");
    final int from = text.indexOf("WHEN text IS NULL", start);
    return text.substring(start, text.indexOf("AS text", start))
        + text.substring(from, text.indexOf("AS reason", from));
  }
}
