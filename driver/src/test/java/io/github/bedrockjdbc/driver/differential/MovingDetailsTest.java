package io.github.bedrockjdbc.driver.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.behavior.StorageKnob;
import io.github.bedrockjdbc.emulator.behavior.TaggingKnob;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.data.Manifest;
import io.github.bedrockjdbc.emulator.data.ManifestFate;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Jobs move on and new ones come while a statement reads them and their details. Details belong to
 * the job as its row shows it, a join on the key shows each job as it was at one moment, and a job
 * that was wanted throughout is there exactly once.
 */
class MovingDetailsTest {
  private static final int ROUNDS = Integer.getInteger("moving.rounds", 1);
  private static final List<String> FINAL = Facts.STATUSES.subList(5, 10);

  private static final List<List<String>> RUNS =
      List.of(Facts.STATUSES, Facts.STATUSES.subList(1, 5), Facts.STATUSES.subList(3, 10), FINAL);

  /** How details of jobs are asked for; {@code ?} stands for an alias with a dot behind it. */
  private enum Form {
    DETAILS("job_details d WHERE %s", "d", true),
    FINISHED("job_details d WHERE %s AND d.usage_state <> 'pending'", "d", true),
    JOIN("jobs j JOIN job_details d ON d.job_arn = j.job_arn WHERE %s", "j", true),
    JOIN_ON("job_details d JOIN jobs j ON d.job_arn = j.job_arn AND %s", "j", true),
    COMMA("jobs j, job_details d WHERE d.job_arn = j.job_arn AND %s", "d", true),
    LEFT("jobs j LEFT JOIN job_details d ON d.job_arn = j.job_arn WHERE %s", "j", true),
    RIGHT("job_details d RIGHT JOIN jobs j USING (job_arn) WHERE %s", "d", true),
    THREE(
        "jobs j JOIN job_details d ON d.job_arn = j.job_arn"
            + " LEFT JOIN jobs k ON k.job_arn = d.job_arn WHERE %s",
        "k", true),
    IN("job_details d WHERE d.job_arn IN (SELECT job_arn FROM jobs j WHERE %s)", "j", true),
    EXISTS(
        "job_details d WHERE EXISTS" + " (SELECT 1 FROM jobs j WHERE j.job_arn = d.job_arn AND %s)",
        "j", true),
    LIMITED(
        "jobs j JOIN (SELECT * FROM job_details LIMIT 100000) d ON d.job_arn = j.job_arn WHERE %s",
        "j", false),
    GROUPED(
        "(SELECT job_arn, MAX(status) AS status FROM jobs GROUP BY job_arn) j"
            + " JOIN job_details d ON d.job_arn = j.job_arn WHERE %s",
        "d", false),
    TWICE(
        "(SELECT * FROM job_details WHERE submit_time IS NOT NULL LIMIT 100000) j"
            + " LEFT JOIN job_details d ON d.job_arn = j.job_arn WHERE %s",
        "j", false);

    private final String from;
    private final String filtered;
    private final boolean isOneScan;

    Form(String from, String filtered, boolean isOneScan) {
      this.from = from;
      this.filtered = filtered;
      this.isOneScan = isOneScan;
    }

    String sql(List<String> wanted) {
      final String status = filtered + ".status IN ('" + String.join("', '", wanted) + "')";
      final String list = from.contains(" j ") && !from.contains("d WHERE") ? "j" : "d";
      return "SELECT d.job_arn, d.status, "
          + list
          + ".status, d.usage_state, d.output_tokens, d.manifest_total_records, d.tags FROM "
          + from.formatted(status);
    }

    /** Whether a row needs the job in a status that details show. */
    boolean shows(String status) {
      return this != FINISHED || FINAL.contains(status);
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void detailsAreThoseOfTheJobAsItsRowShowsIt(Form form) throws SQLException {
    final SplittableRandom random = new SplittableRandom(form.name().hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      final boolean pushdown = (round % 2 == 0) == form.isOneScan;
      try (BedrockEmulator emulator =
              BedrockEmulator.builder().jobs(jobs(random)).behavior(moving(random)).start();
          Connection connection =
              Urls.connect(
                  emulator,
                  ";readMessages=false;pageSize="
                      + random.nextInt(8, 40)
                      + ";parallelism="
                      + (random.nextBoolean() ? 1 : 4)
                      + ";pushdown="
                      + pushdown)) {
        final List<String> wanted = RUNS.get(random.nextInt(RUNS.size()));
        check(emulator, connection, form, wanted, form.isOneScan && pushdown);
      }
    }
  }

  private static List<Job> jobs(SplittableRandom random) {
    return JobFixture.of(random.nextInt(60, 150), random.nextInt(1000)).stream()
        .map(
            job ->
                random.nextInt(4) == 0
                    ? job
                    : job.withStatus(Facts.STATUSES.get(random.nextInt(5))))
        .toList();
  }

  /** Manifests of jobs that go on can be read, too, and must not be. */
  private static Behavior moving(SplittableRandom random) {
    return Behavior.standard()
        .with(Knob.ADVANCING, true)
        .with(Knob.ARRIVALS, random.nextInt(3))
        .with(Knob.SHORT_PAGES, random.nextInt(3) == 0)
        .with(Knob.REPEATED_JOBS, random.nextInt(3))
        .with(StorageKnob.MANIFESTS, job -> ManifestFate.READABLE)
        .with(TaggingKnob.TAGS, job -> Map.of("id", job.jobId()));
  }

  private static void check(
      BedrockEmulator emulator,
      Connection connection,
      Form form,
      List<String> wanted,
      boolean isOneMoment)
      throws SQLException {
    final String sql = form.sql(wanted);
    final Map<String, Job> before = byArn(emulator);
    final List<List<Object>> rows = Rows.of(connection, sql, List.of(), 0).values();
    final Map<String, Job> after = byArn(emulator);
    final Set<Object> seen = new HashSet<>();
    for (final List<Object> row : rows) {
      final Object arn = row.get(0);
      if (arn == null && !isOneMoment) {
        assertThat(row.subList(3, 7)).as(sql).containsOnlyNulls(); // no partner at that moment
        continue;
      }
      final Job job = after.get(arn);
      assertThat(seen.add(arn)).as("twice: %s in %s", row, sql).isTrue();
      assertThat(row.subList(3, 7).stream().map(String::valueOf))
          .as("%s in %s", row, sql)
          .containsExactly(details(job, row.get(1)));
      if (isOneMoment) {
        assertThat(row.get(2)).as("%s in %s", row, sql).isEqualTo(row.get(1));
        assertThat(wanted).as(sql).contains((String) row.get(1));
      }
    }
    assertThat(seen)
        .as(sql)
        .containsAll(
            before.values().stream()
                .filter(job -> wanted.contains(job.status()) && form.shows(job.status()))
                .filter(job -> wanted.contains(after.get(job.jobArn()).status()))
                .map(Job::jobArn)
                .toList());
  }

  private static String[] details(Job job, Object status) {
    final Manifest manifest = Manifest.of(job);
    final boolean ended = FINAL.contains((String) status);
    final boolean isRead = ended && job.output().uri() != null;
    final boolean hasTokens = isRead && manifest.counters().success() > 0;
    return new String[] {
      isRead ? "read" : ended ? "none" : "pending",
      hasTokens ? Long.toString(manifest.outputTokens()) : "null",
      isRead ? Long.toString(manifest.counters().total()) : "null",
      "{\"id\":\"" + job.jobId() + "\"}"
    };
  }

  private static Map<String, Job> byArn(BedrockEmulator emulator) {
    return emulator.jobs().stream().collect(Collectors.toMap(Job::jobArn, job -> job));
  }
}
