package io.github.bedrockjdbc.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.Fault;
import io.github.bedrockjdbc.emulator.Job;
import io.github.bedrockjdbc.emulator.JobFixture;
import io.github.bedrockjdbc.emulator.Operation;
import io.github.bedrockjdbc.emulator.RecordedRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs against the emulator, whose log tells what each partition sent. */
class ExportIT {
  private static final Instant FROM = Instant.parse("2026-10-26T00:00:00Z");
  private static final Instant NOON = Instant.parse("2026-10-31T12:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-01T00:00:00Z");
  private static final int PARTITIONS = 3;

  private static SparkSession spark;

  @TempDir private Path folder;
  private BedrockEmulator emulator;

  @BeforeAll
  static void startSpark() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.sql.datetime.java8API.enabled", true)
            .getOrCreate();
  }

  @AfterAll
  static void stopSpark() {
    spark.stop();
  }

  @AfterEach
  void stopService() {
    emulator.close();
  }

  /** The demo's jobs of those days, by ARN: 30 hours of them are under way at the end. */
  private static Map<String, Job> demo() {
    return JobFixture.of(BedrockEmulator.DEMO_JOBS, BedrockEmulator.DEMO_SEED).stream()
        .filter(job -> !job.submitTime().isBefore(FROM))
        .collect(
            Collectors.toMap(
                Job::jobArn, UnaryOperator.identity(), (one, two) -> one, LinkedHashMap::new));
  }

  private void serve(Collection<Job> jobs) {
    final int port = emulator == null ? 0 : emulator.port();
    if (emulator != null) {
      emulator.close();
    }
    emulator = BedrockEmulator.builder().jobs(List.copyOf(jobs)).port(port).start();
  }

  private String url() {
    return "jdbc:bedrock:region=us-east-1;maxAttempts=1;endpoint=%s;user=%s;password=%s"
        .formatted(
            emulator.endpoint(),
            BedrockEmulator.DEMO_ACCESS_KEY_ID,
            BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
  }

  private Export.Outcome export(Instant to) throws IOException {
    emulator.log().clear();
    return new Export(url(), folder.toString(), FROM, to, PARTITIONS, false).run(spark);
  }

  private Dataset<Row> history() {
    return spark.read().parquet(folder.toString());
  }

  private List<String> lists() {
    return emulator.log().requests().stream()
        .filter(request -> request.operation() == Operation.LIST)
        .map(RecordedRequest::line)
        .sorted()
        .toList();
  }

  /** ARNs that were asked for, sorted, each as often as it was. */
  private List<String> lookups() {
    return emulator.log().lines().stream()
        .filter(line -> line.startsWith("GET /model-invocation-job/"))
        .map(line -> line.substring("GET /model-invocation-job/".length()))
        .sorted()
        .toList();
  }

  private static List<String> arns(Collection<Job> jobs, Predicate<Job> which) {
    return jobs.stream().filter(which).map(Job::jobArn).sorted().toList();
  }

  private static boolean isFailed(Job job) {
    return job.status().equals("Failed");
  }

  private static boolean isOpen(Job job) {
    return List.of("Submitted", "Validating", "Scheduled", "InProgress", "Stopping")
        .contains(job.status());
  }

  private static List<Job> until(Collection<Job> jobs, Instant end) {
    return jobs.stream().filter(job -> job.submitTime().isBefore(end)).toList();
  }

  /** The request for a range, whose bounds the driver sends a second wider. */
  private static String list(Instant from, Instant to) {
    return "GET /model-invocation-jobs maxResults=1000 submitTimeAfter=%s submitTimeBefore=%s"
        .formatted(from.minusSeconds(1), to.plusMillis(999));
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(folder::relativize).map(Path::toString).collect(Collectors.toSet());
    }
  }

  @Test
  void theFirstRunReadsSlicesOfTimeAndEveryJob() throws IOException {
    final Map<String, Job> jobs = demo();
    serve(jobs.values());

    final Export.Outcome outcome = export(TO);

    assertThat(lists())
        .containsExactly(
            list(FROM, Instant.parse("2026-10-28T00:00:00Z")),
            list(Instant.parse("2026-10-28T00:00:00Z"), Instant.parse("2026-10-30T00:00:00Z")),
            list(Instant.parse("2026-10-30T00:00:00Z"), TO));
    assertThat(lookups()).isEqualTo(arns(jobs.values(), ExportIT::isFailed));
    assertThat(outcome.read()).isEqualTo(outcome.changed()).isEqualTo(jobs.size());
    assertThat(Rows.of(history())).isEqualTo(Rows.of(jobs.values()));
    assertThat(folder.toFile().list((parent, name) -> name.startsWith("day=")))
        .containsExactlyInAnyOrderElementsOf(
            jobs.values().stream()
                .map(job -> "day=" + LocalDate.ofInstant(job.submitTime(), ZoneOffset.UTC))
                .collect(Collectors.toSet()));
    assertThat(folder.resolve("_run")).doesNotExist();
  }

  @Test
  void laterRunsReadWhatIsNewAndWhatWasNotFinal() throws IOException {
    final Map<String, Job> jobs = demo();
    final Job alone =
        jobs.values().stream()
            .filter(job -> job.submitTime().isBefore(Instant.parse("2026-10-28T00:00:00Z")))
            .filter(job -> job.status().equals("Completed"))
            .findFirst()
            .orElseThrow();
    jobs.put(alone.jobArn(), alone.withStatus("InProgress"));
    final List<Job> before = until(jobs.values(), NOON);
    serve(before);
    export(NOON);
    assertThat(Rows.of(history())).isEqualTo(Rows.of(before));

    // All of them go on, but one that the service forgets, and others come.
    final Job gone =
        before.stream()
            .filter(ExportIT::isOpen)
            .filter(job -> !job.jobArn().equals(alone.jobArn()))
            .findFirst()
            .orElseThrow();
    before.stream()
        .filter(ExportIT::isOpen)
        .forEach(job -> jobs.put(job.jobArn(), job.withStatus("Failed")));
    final Map<String, Job> service = new LinkedHashMap<>(jobs);
    service.remove(gone.jobArn());
    serve(service.values());
    final Instant newest =
        before.stream().map(Job::submitTime).max(Comparator.naturalOrder()).orElseThrow();
    final Instant start = newest.minus(Duration.ofHours(1));
    final Export.Outcome outcome = export(TO);

    final Instant day = Instant.parse("2026-10-31T00:00:00Z");
    assertThat(start).isAfter(day);
    assertThat(lists())
        .containsExactly(
            list(day.minus(Duration.ofDays(1)), day), list(day, start), list(start, TO));
    assertThat(lookups())
        .isEqualTo(
            arns(
                service.values(),
                job ->
                    job.jobArn().equals(alone.jobArn())
                        || (isFailed(job)
                            && !job.submitTime().isBefore(day.minus(Duration.ofDays(1))))));
    jobs.put(gone.jobArn(), gone);
    assertThat(Rows.of(history())).isEqualTo(Rows.of(jobs.values()));
    assertThat(outcome.changed())
        .isEqualTo(service.size() - before.stream().filter(job -> !isOpen(job)).count());

    final Set<String> files = files();
    final Export.Outcome nothing = export(TO);
    assertThat(nothing.changed()).isZero();
    assertThat(files()).isEqualTo(files);
    final Instant last =
        service.values().stream()
            .map(Job::submitTime)
            .max(Comparator.naturalOrder())
            .orElseThrow()
            .minus(Duration.ofHours(1));
    assertThat(lists()).containsExactly(list(last, TO));
    assertThat(lookups())
        .as("what is not final, also the one that is gone, and messages of what is read again")
        .isEqualTo(
            arns(
                jobs.values(),
                job -> job.submitTime().isBefore(last) ? isOpen(job) : isFailed(job)));
  }

  @Test
  void aRunThatFailsLeavesTheHistoryAndTheNextMakesUpForIt() throws IOException {
    final Map<String, Job> jobs = demo();
    serve(until(jobs.values(), NOON));
    export(NOON);
    final Set<String> files = files();
    final List<String> rows = Rows.of(history());

    serve(jobs.values());
    emulator.injectAt(Operation.LIST, 2, new Fault.Throttle());
    assertThatThrownBy(() -> export(TO)).hasStackTraceContaining("ThrottlingException");

    assertThat(files()).containsAll(files);
    assertThat(Rows.of(history())).isEqualTo(rows);
    export(TO);
    assertThat(Rows.of(history())).isEqualTo(Rows.of(jobs.values()));
  }

  @Test
  void aRunThatEndsWhileItPutsDaysInPlaceIsFinishedByTheNext() throws IOException {
    final Map<String, Job> jobs = demo();
    serve(until(jobs.values(), NOON));
    export(NOON);
    final JobsTable table = new JobsTable(spark, url());
    final History history = new History(spark, folder.toString(), table.schema());
    serve(jobs.values());
    final TimeRange range = new TimeRange(NOON.minus(Duration.ofHours(6)), TO);
    history.prepare(history.keep(table.read(List.of(range.predicate()))));

    // A day is taken away before its new files come.
    delete(folder.resolve("day=2026-10-31"));
    export(TO);

    assertThat(Rows.of(history())).isEqualTo(Rows.of(jobs.values()));
    assertThat(folder.resolve("_run")).doesNotExist();
  }

  @Test
  void timesAreRightWhereTheZoneOfTheMachineHasNone() throws IOException {
    final Job any = demo().values().iterator().next();
    // Not an hour of that morning in St. John's, and one of the autumn that is there twice.
    final List<Job> jobs =
        List.of(
            resubmitted(any, "spring000000", "2026-03-08T02:30:00.123Z"),
            resubmitted(any, "autumn000000", "2025-11-02T01:30:00Z"));
    serve(jobs);

    new Export(
            url(),
            folder.toString(),
            Instant.parse("2025-11-01T00:00:00Z"),
            Instant.parse("2026-03-09T00:00:00Z"),
            1,
            false)
        .run(spark);

    assertThat(Rows.of(history())).isEqualTo(Rows.of(jobs));
  }

  private static Job resubmitted(Job job, String id, String time) {
    return job.resubmitted(
        "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/" + id, Instant.parse(time));
  }

  @Test
  void sparksOwnPartitionsSendTheirRangesToo() {
    final Map<String, Job> jobs = demo();
    serve(jobs.values());

    final long count =
        spark
            .read()
            .format("jdbc")
            .option("driver", "io.github.bedrockjdbc.driver.BedrockDriver")
            .option("url", url())
            .option("dbtable", "jobs")
            .option("partitionColumn", "submit_time")
            .option("lowerBound", "2026-10-26 00:00:00")
            .option("upperBound", "2026-11-01 00:00:00")
            .option("numPartitions", 3)
            .load()
            .count();

    assertThat(count).isEqualTo(jobs.size());
    assertThat(lists())
        .containsExactlyInAnyOrder(
            "GET /model-invocation-jobs maxResults=1000 submitTimeBefore=2026-10-28T00:00:00.999Z",
            list(Instant.parse("2026-10-28T00:00:00Z"), Instant.parse("2026-10-30T00:00:00Z")),
            "GET /model-invocation-jobs maxResults=1000 submitTimeAfter=2026-10-29T23:59:59Z");
  }

  @Test
  void whatTheServiceRefusesIsSaidInOneLine() throws Exception {
    serve(List.of());
    emulator.inject(new Fault.Throttle(), 1);
    final StringWriter errors = new StringWriter();
    final CommandLine line = ExportJobs.commandLine();
    line.setErr(new PrintWriter(errors));
    final ExportJobs command = line.getCommand();
    final Export export = new Export(url(), folder.toString(), FROM, TO, 1, false);

    assertThat(command.run(export, spark)).isEqualTo(1);
    assertThat(errors.toString().lines())
        .singleElement()
        .asString()
        .startsWith("export: ")
        .contains("ThrottlingException");
  }

  @Test
  void aSettingThatLeavesRowsOutIsRefused() {
    serve(List.of());
    final Export export =
        new Export(url() + ";onUnreachable=skip", folder.toString(), FROM, TO, PARTITIONS, false);
    assertThatThrownBy(() -> export.run(spark))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("onUnreachable=skip");
    assertThat(emulator.log().requests()).isEmpty();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
