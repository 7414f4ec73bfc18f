package io.github.bedrockjdbc.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.http.Operation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final Instant NOON = Instant.parse("2026-10-31T12:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-01T00:00:00Z");
  private static final int PARTITIONS = 3;

  private static SparkSession spark;

  @TempDir private Path folder;
  private final Service service = new Service();

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
    service.close();
  }

  private Export.Outcome export(Instant to) throws IOException {
    service.emulator().log().clear();
    return new Export(service.url(), folder.toString(), Jobs.FROM, to, PARTITIONS, false)
        .run(spark);
  }

  private Dataset<Row> history() {
    return spark.read().parquet(folder.toString());
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(folder::relativize).map(Path::toString).collect(Collectors.toSet());
    }
  }

  @Test
  void theFirstRunReadsSlicesOfTimeAndEveryJob() throws IOException {
    final Map<String, Job> jobs = Jobs.demo();
    service.serve(jobs.values());

    final Export.Outcome outcome = export(TO);

    assertThat(service.lists())
        .containsExactly(
            Service.list(Jobs.FROM, Instant.parse("2026-10-28T00:00:00Z")),
            Service.list(
                Instant.parse("2026-10-28T00:00:00Z"), Instant.parse("2026-10-30T00:00:00Z")),
            Service.list(Instant.parse("2026-10-30T00:00:00Z"), TO));
    assertThat(service.lookups()).isEqualTo(Jobs.arns(jobs.values(), Jobs::isFailed));
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
    final Map<String, Job> jobs = Jobs.demo();
    final Job alone =
        jobs.values().stream()
            .filter(job -> job.submitTime().isBefore(Instant.parse("2026-10-28T00:00:00Z")))
            .filter(job -> job.status().equals("Completed"))
            .findFirst()
            .orElseThrow();
    jobs.put(alone.jobArn(), alone.withStatus("InProgress"));
    final List<Job> before = Jobs.until(jobs.values(), NOON);
    service.serve(before);
    export(NOON);
    assertThat(Rows.of(history())).isEqualTo(Rows.of(before));

    // All of them go on, but one that the service forgets, and others come.
    final Job gone =
        before.stream()
            .filter(Jobs::isOpen)
            .filter(job -> !job.jobArn().equals(alone.jobArn()))
            .findFirst()
            .orElseThrow();
    before.stream()
        .filter(Jobs::isOpen)
        .forEach(job -> jobs.put(job.jobArn(), job.withStatus("Failed")));
    final Map<String, Job> now = new LinkedHashMap<>(jobs);
    now.remove(gone.jobArn());
    service.serve(now.values());
    final Instant newest = Jobs.newest(before);
    final Instant start = newest.minus(Duration.ofHours(1));
    final Export.Outcome outcome = export(TO);

    final Instant day = Instant.parse("2026-10-31T00:00:00Z");
    assertThat(start).isAfter(day);
    assertThat(service.lists())
        .containsExactly(
            Service.list(day.minus(Duration.ofDays(1)), day),
            Service.list(day, start),
            Service.list(start, TO));
    assertThat(service.lookups())
        .isEqualTo(
            Jobs.arns(
                now.values(),
                job ->
                    job.jobArn().equals(alone.jobArn())
                        || (Jobs.isFailed(job)
                            && !job.submitTime().isBefore(day.minus(Duration.ofDays(1))))));
    jobs.put(gone.jobArn(), gone);
    assertThat(Rows.of(history())).isEqualTo(Rows.of(jobs.values()));
    assertThat(outcome.changed())
        .isEqualTo(now.size() - before.stream().filter(job -> !Jobs.isOpen(job)).count());

    final Set<String> files = files();
    final Export.Outcome nothing = export(TO);
    assertThat(nothing.changed()).isZero();
    assertThat(files()).isEqualTo(files);
    final Instant last = Jobs.newest(now.values()).minus(Duration.ofHours(1));
    assertThat(service.lists()).containsExactly(Service.list(last, TO));
    assertThat(service.lookups())
        .as("what is not final, also the one that is gone, and messages of what is read again")
        .isEqualTo(
            Jobs.arns(
                jobs.values(),
                job -> job.submitTime().isBefore(last) ? Jobs.isOpen(job) : Jobs.isFailed(job)));
  }

  @Test
  void aRunThatFailsLeavesTheHistoryAndTheNextMakesUpForIt() throws IOException {
    final Map<String, Job> jobs = Jobs.demo();
    service.serve(Jobs.until(jobs.values(), NOON));
    export(NOON);
    final Set<String> files = files();
    final List<String> rows = Rows.of(history());

    service.serve(jobs.values());
    service.emulator().injectAt(Operation.LIST, 2, new Fault.Throttle());
    assertThatThrownBy(() -> export(TO)).hasStackTraceContaining("ThrottlingException");

    assertThat(files()).containsAll(files);
    assertThat(Rows.of(history())).isEqualTo(rows);
    export(TO);
    assertThat(Rows.of(history())).isEqualTo(Rows.of(jobs.values()));
  }

  @Test
  void aRunThatEndsWhileItPutsDaysInPlaceIsFinishedByTheNext() throws IOException {
    final Map<String, Job> jobs = Jobs.demo();
    service.serve(Jobs.until(jobs.values(), NOON));
    export(NOON);
    final JobsTable table = new JobsTable(spark, service.url());
    final History history = new History(spark, folder.toString(), table.schema());
    service.serve(jobs.values());
    final TimeRange range = new TimeRange(NOON.minus(Duration.ofHours(6)), TO);
    history.prepare(history.keep(table.read(List.of(range.predicate()))));

    // A day is taken away before its new files come.
    Files.move(folder.resolve("day=2026-10-31"), folder.resolve("_taken"));
    export(TO);

    assertThat(Rows.of(history())).isEqualTo(Rows.of(jobs.values()));
    assertThat(folder.resolve("_run")).doesNotExist();
  }

  @Test
  void timesAreRightWhereTheZoneOfTheMachineHasNone() throws IOException {
    final Job any = Jobs.demo().values().iterator().next();
    // Not an hour of that morning in St. John's, and one of the autumn that is there twice.
    final List<Job> jobs =
        List.of(
            Jobs.resubmitted(any, "spring000000", "2026-03-08T02:30:00.123Z"),
            Jobs.resubmitted(any, "autumn000000", "2025-11-02T01:30:00Z"));
    service.serve(jobs);

    new Export(
            service.url(),
            folder.toString(),
            Instant.parse("2025-11-01T00:00:00Z"),
            Instant.parse("2026-03-09T00:00:00Z"),
            1,
            false)
        .run(spark);

    assertThat(Rows.of(history())).isEqualTo(Rows.of(jobs));
  }

  @Test
  void sparksOwnPartitionsSendTheirRangesToo() {
    final Map<String, Job> jobs = Jobs.demo();
    service.serve(jobs.values());

    final long count =
        spark
            .read()
            .format("jdbc")
            .option("driver", "io.github.bedrockjdbc.driver.BedrockDriver")
            .option("url", service.url())
            .option("dbtable", "jobs")
            .option("partitionColumn", "submit_time")
            .option("lowerBound", "2026-10-26 00:00:00")
            .option("upperBound", "2026-11-01 00:00:00")
            .option("numPartitions", 3)
            .load()
            .count();

    assertThat(count).isEqualTo(jobs.size());
    assertThat(service.lists())
        .containsExactlyInAnyOrder(
            "GET /model-invocation-jobs maxResults=1000 submitTimeBefore=2026-10-28T00:00:00.999Z",
            Service.list(
                Instant.parse("2026-10-28T00:00:00Z"), Instant.parse("2026-10-30T00:00:00Z")),
            "GET /model-invocation-jobs maxResults=1000 submitTimeAfter=2026-10-29T23:59:59Z");
  }

  @Test
  void whatTheServiceRefusesIsSaidInOneLine() throws Exception {
    service.serve(List.of());
    service.emulator().inject(new Fault.Throttle(), 1);
    final StringWriter errors = new StringWriter();
    final CommandLine line = ExportJobs.commandLine();
    line.setErr(new PrintWriter(errors));
    final ExportJobs command = line.getCommand();
    final Export export = new Export(service.url(), folder.toString(), Jobs.FROM, TO, 1, false);

    assertThat(command.run(export, spark)).isEqualTo(1);
    assertThat(errors.toString().lines())
        .singleElement()
        .asString()
        .startsWith("export: ")
        .contains("ThrottlingException");
  }

  @Test
  void aSettingThatLeavesRowsOutIsRefused() {
    service.serve(List.of());
    final Export export =
        new Export(
            service.url() + ";onUnreachable=skip",
            folder.toString(),
            Jobs.FROM,
            TO,
            PARTITIONS,
            false);
    assertThatThrownBy(() -> export.run(spark))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("onUnreachable=skip");
    assertThat(service.emulator().log().requests()).isEmpty();
  }
}
