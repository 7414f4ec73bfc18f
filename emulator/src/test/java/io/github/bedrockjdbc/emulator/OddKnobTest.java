package io.github.bedrockjdbc.emulator;

import static io.github.bedrockjdbc.emulator.testing.TestClient.errorType;
import static io.github.bedrockjdbc.emulator.testing.TestClient.json;
import static io.github.bedrockjdbc.emulator.testing.TestClient.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.behavior.RateLimit;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.testing.TestClient;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The knobs for what the service should not do, or may refuse. */
class OddKnobTest {
  private static final Instant NOON = Instant.parse("2026-05-05T12:00:00.500Z");

  private BedrockEmulator emulator;
  private TestClient client;

  @BeforeEach
  void start() {
    emulator = BedrockEmulator.builder().jobs(JobFixture.of(300, 1)).start();
    client = TestClient.of(emulator);
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  private <T> void turn(Knob<T> knob, T value) {
    emulator.behave(Behavior.standard().with(knob, value));
  }

  @Test
  void oddJobsHaveAStatusThatNobodyKnows() {
    turn(Knob.ODD_STATUS, Optional.of("Paused"));
    final List<Job> paused =
        emulator.jobs().stream().filter(job -> job.status().equals("Paused")).toList();
    assertThat(paused).isNotEmpty().allMatch(emulator.behavior()::isOdd).hasSizeLessThan(100);
    assertThat(json(client.get(paused.get(0).jobArn()))).containsEntry("status", "Paused");
    assertThat(client.arns("statusEquals=Completed"))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(paused.stream().map(Job::jobArn).toList());
  }

  @Test
  void oddJobsLackFieldsOrHaveUnreadableOnes() {
    emulator.behave(
        Behavior.standard()
            .with(Knob.ODD_ONE_IN, 1)
            .with(Knob.MISSING_FIELDS, Set.of("jobName", "jobArn"))
            .with(Knob.UNREADABLE_FIELDS, Set.of("submitTime", "endTime")));
    assertThat(TestClient.jobs(json(client.list("maxResults=5"))))
        .allSatisfy(
            job ->
                assertThat(job)
                    .doesNotContainKeys("jobName", "jobArn")
                    .containsKey("modelId")
                    .containsEntry("submitTime", "as soon as possible"));
  }

  @Test
  void answersHaveFieldsThatNobodyKnows() {
    emulator.behave(Behavior.standard().with(Knob.ODD_ONE_IN, 1).with(Knob.UNKNOWN_FIELDS, true));
    final Map<String, Object> page = json(client.list("maxResults=5"));
    assertThat(page).containsKeys("priorityClass", "retryPolicy", "invocationJobSummaries");
    assertThat(TestClient.jobs(page))
        .hasSize(5)
        .allSatisfy(job -> assertThat(job).containsKeys("tagKeys", "jobArn"));
  }

  @Test
  void parametersMayBeIgnored() {
    final List<String> all = client.arns();
    turn(
        Knob.IGNORED_PARAMETERS,
        Set.of("statusEquals", "sortOrder", "nameContains", "submitTimeAfter", "submitTimeBefore"));
    assertThat(
            client.arns(
                "statusEquals=Stopping",
                "sortOrder=Ascending",
                "nameContains=zzz",
                "submitTimeAfter=2030-01-01T00:00:00Z",
                "submitTimeBefore=1990-01-01T00:00:00Z"))
        .isEqualTo(all);
  }

  @Test
  void listOrDetailsMayBeRefused() {
    turn(Knob.LIST_REFUSED, caller -> caller.region().equals("us-east-1"));
    assertThat(client.list().statusCode()).isEqualTo(403);
    assertThat(errorType(client.list())).isEqualTo("AccessDeniedException");
    turn(Knob.GET_REFUSED, job -> job.status().equals("Failed"));
    final Job failed =
        emulator.jobs().stream()
            .filter(job -> job.status().equals("Failed"))
            .findAny()
            .orElseThrow();
    assertThat(message(client.get(failed.jobArn())))
        .isEqualTo(
            "User: arn:aws:iam::123456789012:user/reporter is not authorized to perform:"
                + " bedrock:GetModelInvocationJob on resource: "
                + failed.jobArn()
                + " because no identity-based policy allows the bedrock:GetModelInvocationJob"
                + " action");
    assertThat(client.list().statusCode()).isEqualTo(200);
  }

  @Test
  void requestsMayBeLimited() {
    final Clock still = Clock.fixed(Instant.now(), ZoneOffset.UTC);
    try (BedrockEmulator limited =
        BedrockEmulator.builder()
            .clock(still)
            .behavior(
                Behavior.standard()
                    .with(Knob.RATE_LIMIT, Optional.of(new RateLimit(1, 3, OptionalInt.of(2)))))
            .start()) {
      final TestClient many = TestClient.of(limited);
      for (int i = 0; i < 3; i++) {
        assertThat(many.list().statusCode()).isEqualTo(200);
      }
      final HttpResponse<String> response = many.list();
      assertThat(response.statusCode()).isEqualTo(429);
      assertThat(errorType(response)).isEqualTo("ThrottlingException");
      assertThat(response.headers().firstValue("Retry-After")).contains("2");
    }
  }

  @Test
  void limitRefillsByTheClock() {
    final Instant[] now = {NOON};
    final Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now[0];
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    final RateLimit.Bucket bucket =
        new RateLimit.Bucket(new RateLimit(2, 2, OptionalInt.empty()), clock);
    assertThat(List.of(bucket.take(), bucket.take(), bucket.take()))
        .containsExactly(true, true, false);
    now[0] = NOON.plusMillis(500);
    assertThat(List.of(bucket.take(), bucket.take())).containsExactly(true, false);
  }

  @Test
  void answersMayTakeTheirTime() {
    final long start = System.nanoTime();
    turn(Knob.LIST_LATENCY, Duration.ofMillis(60));
    client.list();
    // A lower bound holds however slow the machine is.
    assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(60).toNanos());
  }
}
