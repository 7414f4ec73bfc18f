package io.github.bedrockjdbc.emulator.service;

import static io.github.bedrockjdbc.emulator.testing.TestClient.errorType;
import static io.github.bedrockjdbc.emulator.testing.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.testing.TestClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
  private BedrockEmulator emulator;
  private TestClient client;

  @BeforeAll
  void start() {
    emulator =
        BedrockEmulator.builder()
            .jobs(JobFixture.of(500, 1))
            .jobs(JobFixture.of(500, 1).in("eu-west-1", JobFixture.ACCOUNT))
            .region("us-east-1", "eu-west-1")
            .start();
    client = TestClient.of(emulator);
  }

  @AfterAll
  void stop() {
    emulator.close();
  }

  private List<String> expected(Predicate<Job> wanted) {
    return emulator.jobs().stream()
        .filter(job -> job.region().equals("us-east-1"))
        .filter(wanted)
        .map(Job::jobArn)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 499, 500, 501, 1000})
  void everyJobOnce(int length) {
    final List<List<String>> pages = client.arnsByPage("maxResults=" + length);
    assertThat(pages.stream().flatMap(List::stream))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(expected(job -> true));
    assertThat(pages).hasSize((500 + length - 1) / length);
    assertThat(pages.subList(0, pages.size() - 1)).allMatch(page -> page.size() == length);
  }

  @Test
  void newestFirstUnlessAskedOtherwise() {
    final List<Map<String, Object>> jobs =
        client.walk().stream().flatMap(page -> TestClient.jobs(page).stream()).toList();
    assertThat(jobs.stream().map(job -> (String) job.get("submitTime")))
        .isSortedAccordingTo(Comparator.reverseOrder());
    final List<String> ascending =
        new ArrayList<>(client.arns("sortBy=CreationTime", "sortOrder=Ascending"));
    assertThat(client.arns("sortOrder=Descending")).isEqualTo(client.arns());
    Collections.reverse(ascending);
    assertThat(ascending).isEqualTo(client.arns());
  }

  @Test
  void withoutALengthAPageHasTheStandardOne() {
    assertThat(client.arnsByPage().get(0)).hasSize(Pages.STANDARD_LENGTH);
  }

  @Test
  void filtersSelect() {
    assertThat(client.arns("statusEquals=Failed", "maxResults=9"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(expected(job -> job.status().equals("Failed")));
    assertThat(client.arns("nameContains=triage", "maxResults=9"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(expected(job -> job.jobName().contains("triage")));
    final Instant from = Instant.parse("2026-02-01T00:00:00Z");
    final Instant to = Instant.parse("2026-06-01T00:00:00Z");
    assertThat(client.arns("submitTimeAfter=" + from, "submitTimeBefore=" + to, "maxResults=9"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            expected(job -> !job.submitTime().isBefore(from) && !job.submitTime().isAfter(to)));
    assertThat(client.arns("submitTimeAfter=" + to, "submitTimeBefore=" + from)).isEmpty();
    assertThat(
            client.arns(
                "submitTimeAfter=" + from, "statusEquals=Completed", "nameContains=nightly"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            expected(
                job ->
                    !job.submitTime().isBefore(from)
                        && job.status().equals("Completed")
                        && job.jobName().contains("nightly")));
  }

  @Test
  void summariesLackTheDetails() {
    final List<Map<String, Object>> jobs =
        TestClient.jobs(json(client.list("statusEquals=Failed", "maxResults=1000")));
    assertThat(jobs)
        .allSatisfy(job -> assertThat(job).doesNotContainKeys("message", "clientRequestToken"));
    final Job job =
        emulator.jobs().stream()
            .filter(each -> each.region().equals("us-east-1"))
            .filter(each -> each.message() != null && each.clientRequestToken() != null)
            .findFirst()
            .orElseThrow();
    assertThat(json(client.get(job.jobArn())))
        .containsEntry("message", job.message())
        .containsEntry("clientRequestToken", job.clientRequestToken());
  }

  @Test
  void tokenIsGoodForItsRequestAlone() {
    final String token =
        (String) json(client.list("maxResults=5", "statusEquals=Failed")).get("nextToken");
    final String next = "nextToken=" + token;
    assertThat(client.list("maxResults=5", "statusEquals=Failed", next).statusCode())
        .isEqualTo(200);
    assertThat(client.list("statusEquals=Failed", "maxResults=5", next).statusCode())
        .as("the order of parameters does not count")
        .isEqualTo(200);
    for (final String[] other :
        List.of(
            new String[] {next},
            new String[] {"maxResults=6", "statusEquals=Failed", next},
            new String[] {"maxResults=5", "statusEquals=Stopped", next},
            new String[] {"maxResults=5", "statusEquals=Failed", "sortBy=CreationTime", next},
            new String[] {"maxResults=5", "statusEquals=Failed", next + "A"},
            new String[] {"maxResults=5", "statusEquals=Failed", "nextToken=" + swapped(token)})) {
      assertThat(client.list(other).statusCode()).as("%s", (Object) other).isEqualTo(400);
      assertThat(errorType(client.list(other))).isEqualTo("ValidationException");
    }
    assertThat(
            client
                .withRegion("eu-west-1")
                .list("maxResults=5", "statusEquals=Failed", next)
                .statusCode())
        .isEqualTo(400);
  }

  private static String swapped(String token) {
    return token.substring(1) + token.charAt(0);
  }
}
