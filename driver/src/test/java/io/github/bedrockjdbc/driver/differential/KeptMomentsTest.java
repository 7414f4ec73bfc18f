package io.github.bedrockjdbc.driver.differential;

import static java.time.temporal.ChronoUnit.MILLIS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.kept.AgeClock;
import io.github.bedrockjdbc.driver.database.QueryContext;
import io.github.bedrockjdbc.driver.parameter.Declarations;
import io.github.bedrockjdbc.driver.plan.Plan;
import io.github.bedrockjdbc.driver.plan.Planning;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.JobOrder;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.calcite.linq4j.Enumerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jobs arrive and advance between statements, and time passes: what is answered from kept rows, or
 * from rows that were renewed, is all of it true at one moment that is not too long ago.
 */
class KeptMomentsTest {
  private static final int STEPS = Integer.getInteger("kept.steps", 25);
  private static final Duration MAX_AGE = Duration.ofSeconds(60);

  private final AtomicLong clock = new AtomicLong();
  private final List<Moment> moments = new ArrayList<>();

  private int statements;
  private int unasked;

  private record Moment(long nanos, List<Job> jobs) {}

  private record Wish(String sql, Function<List<Job>, List<String>> truth) {}

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("kept.worlds", 8));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyAnswerIsTrueAtOneMoment(long seed) throws SQLException {
    final SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L);
    final Behavior still = behavior(random);
    try (BedrockEmulator emulator =
            BedrockEmulator.builder().jobs(jobs(random)).behavior(still).start();
        Engine engine = engine(emulator, random);
        Planning planning = new Planning(engine);
        Connection mover = Urls.connect(emulator)) {
      note(emulator);
      for (int step = 0; step < STEPS; step++) {
        switch (random.nextInt(6)) {
          case 0 -> move(emulator, mover, still, random);
          case 2 ->
              rows(wish(random).sql(), planning, engine, random.nextInt(1, 30)); // and no more
          case 1 -> clock.addAndGet(Duration.ofSeconds(random.nextInt(1, 50)).toNanos());
          default -> {
            emulator.log().clear();
            check(wish(random), planning, engine);
            statements++;
            unasked += emulator.log().requests().isEmpty() ? 1 : 0;
          }
        }
      }
      assertThat(unasked)
          .as("of %d statements, asked nothing", statements)
          .isGreaterThan(statements / 8);
    }
  }

  /** Whatever a service may do without saying so. */
  private static Behavior behavior(SplittableRandom random) {
    final Behavior behavior =
        Behavior.standard()
            .with(Knob.SHORT_PAGES, random.nextBoolean())
            .with(Knob.BOUNDS_INCLUSIVE, random.nextBoolean())
            .with(Knob.BOUND_PRECISION, random.nextBoolean() ? MILLIS : SECONDS)
            .with(Knob.NAMES_CASE_SENSITIVE, random.nextBoolean())
            .with(Knob.EMPTY_PAGES, random.nextInt(3) == 0)
            .with(Knob.REPEATED_JOBS, random.nextInt(3))
            .with(Knob.UNKNOWN_FIELDS, random.nextBoolean())
            .with(Knob.PAGE_CAP, random.nextBoolean() ? 1000 : random.nextInt(5, 30));
    return switch (random.nextInt(4)) {
      case 0 -> behavior.with(Knob.IGNORED_PARAMETERS, Set.of("submitTimeAfter"));
      case 1 -> behavior.with(Knob.ODD_STATUS, Optional.of("Paused")).with(Knob.ODD_ONE_IN, 7);
      case 2 -> behavior.with(Knob.ORDER, JobOrder.SECONDS);
      default -> behavior;
    };
  }

  private static List<Job> jobs(SplittableRandom random) {
    final List<String> states = Facts.STATUSES;
    return JobFixture.of(random.nextInt(30, 120), random.nextInt(1000)).stream()
        .map(
            job ->
                random.nextInt(4) > 0
                    ? job
                    : job.withStatus(states.get(random.nextInt(states.size()))))
        .toList();
  }

  private Engine engine(BedrockEmulator emulator, SplittableRandom random) {
    final Instant wall =
        random.nextBoolean() ? Instant.now() : Instant.EPOCH; // a machine's is wrong
    return new Engine(
        Config.of(
            Map.of(
                "region",
                BedrockEmulator.DEMO_REGION,
                "endpoint",
                emulator.endpoint(),
                "user",
                BedrockEmulator.DEMO_ACCESS_KEY_ID,
                "password",
                BedrockEmulator.DEMO_SECRET_ACCESS_KEY,
                "readMessages",
                "false",
                "pageSize",
                Integer.toString(random.nextBoolean() ? 1000 : random.nextInt(10, 40)),
                "maxAge",
                Long.toString(MAX_AGE.toSeconds()))),
        new AgeClock(
            new Ticker() {
              @Override
              public long read() {
                return clock.get();
              }
            },
            () -> wall.plusNanos(clock.get())));
  }

  /** A request of somebody else is what moves the world. */
  private void move(
      BedrockEmulator emulator, Connection mover, Behavior still, SplittableRandom random)
      throws SQLException {
    emulator.behave(
        still.with(Knob.ADVANCING, random.nextInt(4) > 0).with(Knob.ARRIVALS, random.nextInt(3)));
    Rows.of(mover, "SELECT job_id FROM jobs LIMIT 1", List.of(), 0);
    emulator.behave(still);
    note(emulator);
  }

  private void note(BedrockEmulator emulator) {
    moments.add(new Moment(clock.get(), emulator.jobs()));
  }

  private Wish wish(SplittableRandom random) {
    final List<Job> jobs = moments.get(moments.size() - 1).jobs();
    final Job some = jobs.get(random.nextInt(jobs.size()));
    final String status = Facts.STATUSES.get(random.nextInt(Facts.STATUSES.size()));
    final String other = random.nextBoolean() ? some.status() : status;
    final Instant time = some.submitTime();
    final String literal = "TIMESTAMP '" + Literals.MILLISECONDS.format(JobValues.utc(time)) + "'";
    return switch (random.nextInt(11)) {
      case 0 ->
          new Wish(
              "SELECT job_id, status FROM jobs WHERE status = '" + status + "'",
              all -> ids(all, job -> job.status().equals(status)));
      case 1 ->
          new Wish(
              "SELECT job_id, status FROM jobs WHERE submit_time >= " + literal,
              all -> ids(all, job -> !job.submitTime().isBefore(time)));
      case 2 ->
          new Wish(
              "SELECT status, CAST(COUNT(*) AS VARCHAR) FROM jobs GROUP BY status",
              all ->
                  sorted(
                      all.stream()
                          .collect(Collectors.groupingBy(Job::status, Collectors.counting()))
                          .entrySet()
                          .stream()
                          .map(entry -> entry.getKey() + ", " + entry.getValue())
                          .toList()));
      case 3 ->
          new Wish(
              "SELECT * FROM (SELECT COUNT(*) FROM jobs WHERE status = '%s'),".formatted(status)
                  + " (SELECT COUNT(*) FROM jobs WHERE status = '%s')".formatted(other),
              all -> List.of(count(all, status) + ", " + count(all, other)));
      case 4 ->
          new Wish(
              "SELECT COUNT(*), COUNT(b.job_id) FROM jobs a LEFT JOIN (SELECT * FROM jobs WHERE"
                  + " status = '%s') b ON a.job_name = b.job_name".formatted(status),
              KeptMomentsTest.join(status));
      case 5 ->
          new Wish(
              "SELECT job_id, status FROM jobs WHERE job_arn = '" + some.jobArn() + "'",
              all -> ids(all, job -> job.jobArn().equals(some.jobArn())));
      case 6 ->
          new Wish(
              "SELECT job_id, status FROM jobs ORDER BY submit_time DESC, job_id LIMIT 3",
              all ->
                  sorted(
                      all.stream()
                          .sorted(
                              Comparator.comparing(Job::submitTime)
                                  .reversed()
                                  .thenComparing(KeptMomentsTest::id))
                          .limit(3)
                          .map(KeptMomentsTest::shown)
                          .toList()));
      case 7 ->
          new Wish(
              "SELECT job_id, status FROM jobs WHERE status IN ('%s', '%s') AND submit_time < %s"
                  .formatted(status, other, literal),
              all ->
                  ids(
                      all,
                      job ->
                          (job.status().equals(status) || job.status().equals(other))
                              && job.submitTime().isBefore(time)));
      case 8 ->
          new Wish(
              "SELECT job_id, status FROM jobs WHERE submit_time <= CURRENT_TIMESTAMP"
                  + " ORDER BY submit_time",
              all -> ids(all, job -> true));
      case 9 ->
          new Wish(
              "SELECT job_id, status FROM jobs WHERE submit_time > %s ORDER BY submit_time DESC"
                  .formatted(literal),
              all -> ids(all, job -> job.submitTime().isAfter(time)));
      default -> new Wish("SELECT job_id, status FROM jobs", all -> ids(all, job -> true));
    };
  }

  private static Function<List<Job>, List<String>> join(String status) {
    return all -> {
      long rows = 0;
      long found = 0;
      for (Job a : all) {
        final long partners =
            all.stream()
                .filter(b -> b.status().equals(status) && b.jobName().equals(a.jobName()))
                .count();
        rows += Math.max(1, partners);
        found += partners;
      }
      return List.of(rows + ", " + found);
    };
  }

  private static long count(List<Job> all, String status) {
    return all.stream().filter(job -> job.status().equals(status)).count();
  }

  private static List<String> ids(List<Job> all, Predicate<Job> isWanted) {
    return sorted(all.stream().filter(isWanted).map(KeptMomentsTest::shown).toList());
  }

  private static String shown(Job job) {
    return id(job) + ", " + job.status();
  }

  private static String id(Job job) {
    return job.jobArn().substring(job.jobArn().lastIndexOf('/') + 1);
  }

  private static List<String> sorted(List<String> rows) {
    return rows.stream().sorted().toList();
  }

  private void check(Wish wish, Planning planning, Engine engine) throws SQLException {
    final List<String> rows = rows(wish.sql(), planning, engine, Integer.MAX_VALUE);
    final long now = clock.get();
    final List<List<String>> truths = new ArrayList<>();
    for (int i = 0; i < moments.size(); i++) {
      final long end = i + 1 < moments.size() ? moments.get(i + 1).nanos() : now;
      if (end >= now - MAX_AGE.toNanos()) {
        truths.add(wish.truth().apply(moments.get(i).jobs()));
      }
    }
    assertThat(truths).as(wish.sql()).contains(rows);
  }

  private static List<String> rows(String sql, Planning planning, Engine engine, int most)
      throws SQLException {
    final Plan plan = planning.plan(sql, 0, Declarations.NONE, Cancellation.unlimited());
    final QueryContext context =
        new QueryContext(
            planning,
            engine.newExecution(Cancellation.unlimited()),
            List.of(),
            "",
            System.currentTimeMillis());
    final List<String> rows = new ArrayList<>();
    try (Enumerator<Object[]> enumerator = plan.rows().apply(context).enumerator()) {
      while (rows.size() < most && enumerator.moveNext()) {
        rows.add(
            Arrays.stream(enumerator.current())
                .map(String::valueOf)
                .collect(Collectors.joining(", ")));
      }
    }
    return sorted(rows);
  }
}
