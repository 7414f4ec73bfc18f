package io.github.bedrockjdbc.emulator.behavior;

import static io.github.bedrockjdbc.emulator.testing.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.data.JobStatus;
import io.github.bedrockjdbc.emulator.testing.TestClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The knobs for what nobody knows of the service, and for what it may do. */
class KnobTest {
  private static final Instant NOON = Instant.parse("2026-05-05T12:00:00.500Z");

  private BedrockEmulator emulator;
  private TestClient client;

  @BeforeEach
  void start() {
    final List<Job> jobs = new ArrayList<>(JobFixture.of(300, 1));
    final Job made = jobs.get(0);
    for (int i = 0; i < 3; i++) {
      final String arn = made.jobArn().replaceFirst("/.*", "/atnoon00000" + i);
      jobs.add(made.resubmitted(arn, NOON.plusMillis(300L * (i - 1))).withName("At-Noon-" + i));
    }
    emulator = BedrockEmulator.builder().jobs(jobs).start();
    client = TestClient.of(emulator);
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  private <T> void turn(Knob<T> knob, T value) {
    emulator.behave(Behavior.standard().with(knob, value));
  }

  private Job atNoon(int which) {
    return emulator.jobs().stream()
        .filter(job -> job.jobId().equals("atnoon00000" + which))
        .findFirst()
        .orElseThrow();
  }

  private List<String> namesAfter(Instant bound, String parameter) {
    return TestClient.jobs(
            json(client.list(parameter + "=" + bound, "nameContains=At-Noon", "maxResults=9")))
        .stream()
        .map(job -> (String) job.get("jobName"))
        .sorted()
        .toList();
  }

  @Test
  void knobsRefuseWhatTheyCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Behavior.standard().with(Knob.PAGE_CAP, 0))
        .withMessage("PAGE_CAP does not take 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Behavior.standard().with(Knob.BOUND_PRECISION, ChronoUnit.DAYS));
    assertThat(Behavior.standard().with(Knob.PAGE_CAP, 7)).hasToString("Behavior{PAGE_CAP=7}");
  }

  @Test
  void boundsAreInclusiveOrNot() {
    assertThat(namesAfter(NOON, "submitTimeAfter")).containsExactly("At-Noon-1", "At-Noon-2");
    assertThat(namesAfter(NOON, "submitTimeBefore")).containsExactly("At-Noon-0", "At-Noon-1");
    turn(Knob.BOUNDS_INCLUSIVE, false);
    assertThat(namesAfter(NOON, "submitTimeAfter")).containsExactly("At-Noon-2");
    assertThat(namesAfter(NOON, "submitTimeBefore")).containsExactly("At-Noon-0");
  }

  @Test
  void boundsMayCompareWholeSeconds() {
    turn(Knob.BOUND_PRECISION, ChronoUnit.SECONDS);
    assertThat(namesAfter(NOON.plusMillis(499), "submitTimeAfter")).hasSize(3);
    assertThat(namesAfter(NOON.minusMillis(500), "submitTimeBefore")).hasSize(3);
    assertThat(namesAfter(NOON.plusMillis(500), "submitTimeAfter")).isEmpty();
    emulator.behave(emulator.behavior().with(Knob.BOUNDS_INCLUSIVE, false));
    assertThat(namesAfter(NOON.minusMillis(500), "submitTimeAfter")).isEmpty();
    assertThat(namesAfter(NOON.minusMillis(501), "submitTimeAfter")).hasSize(3);
  }

  @Test
  void orderMayBeOfSecondsOrNone() {
    final List<String> exact = client.arns();
    turn(Knob.ORDER, JobOrder.SECONDS);
    final List<String> seconds = client.arns();
    assertThat(seconds).isNotEqualTo(exact).containsExactlyInAnyOrderElementsOf(exact);
    assertThat(seconds).isEqualTo(client.arns("maxResults=7"));
    final Map<String, Instant> times = new HashMap<>();
    emulator.jobs().forEach(job -> times.put(job.jobArn(), job.submitTime()));
    assertThat(seconds.stream().map(arn -> times.get(arn).getEpochSecond()))
        .isSortedAccordingTo(Comparator.reverseOrder());
    turn(Knob.ORDER, JobOrder.SHUFFLED);
    assertThat(client.arns("submitTimeAfter=2020-01-01T00:00:00Z"))
        .isNotEqualTo(exact)
        .isNotEqualTo(seconds)
        .containsExactlyInAnyOrderElementsOf(exact);
  }

  @Test
  void namesMayCompareWithoutCase() {
    assertThat(client.arns("nameContains=at-noon")).isEmpty();
    turn(Knob.NAMES_CASE_SENSITIVE, false);
    assertThat(client.arns("nameContains=at-noon")).hasSize(3);
  }

  @Test
  void pagesMayBeShortOrEmpty() {
    final List<String> all = client.arns();
    turn(Knob.PAGE_CAP, 40);
    assertThat(client.arnsByPage("maxResults=1000")).hasSize(8).allMatch(p -> p.size() <= 40);
    turn(Knob.SHORT_PAGES, true);
    assertThat(client.arns("maxResults=50")).isEqualTo(all);
    assertThat(client.arnsByPage("maxResults=50").stream().map(List::size).distinct().count())
        .isGreaterThan(3);
    turn(Knob.EMPTY_PAGES, true);
    final List<List<String>> pages = client.arnsByPage("maxResults=101");
    assertThat(pages.stream().map(List::size)).containsExactly(0, 101, 0, 101, 0, 101, 0);
    assertThat(pages.stream().flatMap(List::stream).toList()).isEqualTo(all);
    assertThat(client.arnsByPage("nameContains=zzz")).containsExactly(List.of());
  }

  @Test
  void jobsMayComeTwice() {
    final List<String> all = client.arns();
    turn(Knob.REPEATED_JOBS, 3);
    final List<List<String>> pages = client.arnsByPage("maxResults=50");
    for (int i = 1; i < pages.size(); i++) {
      final List<String> before = pages.get(i - 1);
      assertThat(pages.get(i)).startsWith(before.get(47), before.get(48), before.get(49));
    }
    assertThat(new HashSet<>(client.arns("maxResults=50"))).isEqualTo(new HashSet<>(all));
    assertThat(new HashSet<>(client.arns("maxResults=1"))).isEqualTo(new HashSet<>(all));
  }

  @Test
  void tokenMayComeBackForEver() {
    turn(Knob.SAME_TOKEN, true);
    final String token = (String) json(client.list("maxResults=5")).get("nextToken");
    assertThat(json(client.list("maxResults=5", "nextToken=" + token)))
        .containsEntry("nextToken", token);
  }

  @Test
  void jobsArriveDuringAWalk() {
    turn(Knob.ARRIVALS, 2);
    final List<String> before = emulator.jobs().stream().map(Job::jobArn).toList();
    final List<String> first = client.arnsByPage("maxResults=100").get(0);
    final List<String> walk = client.arns("maxResults=100");
    assertThat(walk).doesNotHaveDuplicates().containsAll(first).hasSizeGreaterThan(303);
    assertThat(client.arns("maxResults=100", "sortOrder=Ascending")).doesNotHaveDuplicates();
    assertThat(emulator.jobs())
        .hasSize(before.size() + 2 * emulator.log().requests().size())
        .filteredOn(job -> !before.contains(job.jobArn()))
        .isNotEmpty()
        .allMatch(job -> job.status().equals("Submitted"));
    final String newest = client.arns("maxResults=1000").get(0);
    assertThat(client.get(newest).statusCode()).isEqualTo(200);
  }

  @Test
  void jobsAdvanceBetweenRequests() {
    turn(Knob.ADVANCING, true);
    final List<JobStatus> seen = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      final Map<String, Object> detail = json(client.get(atNoon(2).jobArn()));
      seen.add(JobStatus.of((String) detail.get("status")).orElseThrow());
    }
    assertThat(seen).isSorted();
    assertThat(new HashSet<>(seen)).hasSizeGreaterThan(2);
    assertThat(emulator.jobs())
        .allMatch(each -> JobStatus.of(each.status()).orElseThrow().isFinal());
    assertThat(client.arns("statusEquals=Submitted")).isEmpty();
    emulator.behave(Behavior.standard());
    assertThat(emulator.jobs())
        .allMatch(each -> JobStatus.of(each.status()).orElseThrow().isFinal());
  }
}
