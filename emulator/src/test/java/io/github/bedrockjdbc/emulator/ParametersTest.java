package io.github.bedrockjdbc.emulator;

import static io.github.bedrockjdbc.emulator.testing.TestClient.errorType;
import static io.github.bedrockjdbc.emulator.testing.TestClient.json;
import static io.github.bedrockjdbc.emulator.testing.TestClient.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.testing.TestClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParametersTest {
  private BedrockEmulator emulator;
  private TestClient client;

  @BeforeAll
  void start() {
    emulator = BedrockEmulator.builder().jobs(JobFixture.of(50, 1)).start();
    client = TestClient.of(emulator);
  }

  @AfterAll
  void stop() {
    emulator.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          statusEquals=failed | enum value set: [Submitted, Validating,
          statusEquals= | enum value set
          nameContains=-x | regular expression pattern: [a-zA-Z0-9]{1,63}(-*[a-zA-Z0-9\\+\\-\\.]){0,63}
          nameContains=a_b | regular expression pattern
          nameContains=a b | regular expression pattern
          nameContains=a-------------------------------------------------------------_ | regular expr
          nameContains=a123456789012345678901234567890123456789012345678901234567890123 | less than or equal to 63
          maxResults=0 | value greater than or equal to 1
          maxResults=1001 | value less than or equal to 1000
          maxResults=ten | integer
          maxResults=1.0 | integer
          submitTimeAfter=2026-01-01 | timestamp
          submitTimeAfter=2026-02-30T00:00:00Z | timestamp
          submitTimeAfter=0000-12-31T23:59:59.001Z | timestamp
          submitTimeBefore=10000-01-01T00:00:00Z | timestamp
          submitTimeBefore=2026-01-01T00:00:00+01:00 | timestamp
          submitTimeBefore=1767225600 | timestamp
          sortBy=Name | enum value set: [CreationTime]
          sortOrder=desc | enum value set: [Ascending, Descending]
          nextToken= | length greater than or equal to 1
          nextToken=a b | regular expression pattern: \\S*
          """)
  void refused(String parameter, String constraint) {
    final HttpResponse<String> response = client.list(parameter);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(errorType(response)).isEqualTo("ValidationException");
    final String[] pair = parameter.split("=", -1);
    assertThat(message(response))
        .startsWith(
            "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: "
                .formatted(pair[1], pair[0]))
        .contains(constraint.replace("\\\\", "\\"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statusEquals=PartiallyCompleted",
        "nameContains=a+b.c--d-",
        "nameContains=9",
        "maxResults=1",
        "maxResults=1000",
        "submitTimeAfter=2026-01-01T00:00:00Z",
        "submitTimeBefore=2026-01-01T00:00:00.123456789Z",
        "sortBy=CreationTime",
        "sortOrder=Descending"
      })
  void taken(String parameter) {
    assertThat(client.list(parameter).statusCode()).isEqualTo(200);
  }

  @Test
  void everyViolationIsNamed() {
    assertThat(message(client.list("maxResults=0", "sortBy=x")))
        .startsWith("2 validation errors detected: ")
        .contains("'maxResults'", "; Value 'x' at 'sortBy'");
    assertThat(message(client.list("nameContains=")))
        .startsWith("2 validation errors detected: ")
        .contains("length greater than or equal to 1", "regular expression pattern");
  }

  @Test
  void tokenOfNobody() {
    assertThat(message(client.list("nextToken=abc")))
        .isEqualTo("The provided nextToken is invalid.");
  }

  @Test
  void unknownOrRepeatedParameter() {
    assertThat(message(client.list("pageSize=3"))).isEqualTo("Unknown parameter 'pageSize'");
    assertThat(client.list("MaxResults=3").statusCode()).isEqualTo(400);
    assertThat(message(client.list("maxResults=3", "maxResults=3"))).contains("given twice");
  }

  @Test
  void plusInAQueryIsABlank() {
    assertThat(client.list("nameContains=a+b").statusCode()).isEqualTo(200);
    // A client that does not encode it has signed something else than the service reads.
    assertThat(errorType(client.send("/model-invocation-jobs", "nameContains=a+b")))
        .isEqualTo("InvalidSignatureException");
  }

  @Test
  void detailTakesTheArnAlone() {
    final Job job = emulator.jobs().get(0);
    assertThat(json(client.get(job.jobArn()))).containsEntry("jobArn", job.jobArn());
    assertThat(errorType(client.get(job.jobId()))).isEqualTo("ValidationException");
    assertThat(message(client.get(job.jobId()))).startsWith("The provided ARN is invalid");
    assertThat(message(client.get("job 7"))).contains("'jobIdentifier'", "regular expression");
  }

  @Test
  void unknownJobIsNotFound() {
    final String arn = emulator.jobs().get(0).jobArn();
    final HttpResponse<String> response = client.get(arn.replaceFirst("/.*", "/aaaaaaaaaaaa"));
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(errorType(response)).isEqualTo("ResourceNotFoundException");
    assertThat(client.get(arn.replace("us-east-1", "us-west-2")).statusCode()).isEqualTo(404);
  }

  @Test
  void otherPathsAreUnknown() {
    for (final String path :
        new String[] {"/", "/model-invocation-jobs/", "/model-invocation-job/", "/models"}) {
      assertThat(errorType(client.send(path, ""))).as(path).isEqualTo("UnknownOperationException");
    }
    final String arn = emulator.jobs().get(0).jobArn();
    assertThat(client.send("/model-invocation-job/" + arn, "").statusCode()).isEqualTo(404);
  }

  @Test
  void everyAnswerHasARequestId() {
    final HttpResponse<String> response = client.list("maxResults=0");
    final var requests = emulator.log().requests();
    assertThat(response.headers().firstValue("x-amzn-RequestId"))
        .contains(requests.get(requests.size() - 1).requestId());
  }
}
