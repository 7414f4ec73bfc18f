package io.github.bedrockjdbc.adapter.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.testing.Emulated;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.ModelInvocationJobSummary;
import software.amazon.awssdk.services.bedrock.model.SortOrder;

/** The same of the vendor's client and of ours: what is sent, how often, and what is understood. */
class VendorClientTest {
  private static final int ATTEMPTS = 2;

  private final BedrockEmulator emulator =
      BedrockEmulator.builder().jobs(JobFixture.of(40, 3)).start();
  private final BedrockClient vendor = VendorClient.of(emulator, ATTEMPTS);
  private final HttpService service =
      Emulated.service(emulator, "maxAttempts", Integer.toString(ATTEMPTS));
  private final JobsApi ours = service.source(Optional.of("us-east-1"), Emulated.demo());

  @AfterEach
  void close() {
    vendor.close();
    service.close();
    emulator.close();
  }

  @Test
  void requestsAndScopesAreTheSame() {
    final List<String> theirs =
        vendor
            .listModelInvocationJobs(
                request ->
                    request
                        .maxResults(7)
                        .nameContains("a")
                        .statusEquals("Completed")
                        .sortBy("CreationTime")
                        .sortOrder(SortOrder.ASCENDING))
            .invocationJobSummaries()
            .stream()
            .map(ModelInvocationJobSummary::jobArn)
            .toList();
    final List<String> arns =
        list(
            Map.of(
                RequestParameter.MAX_RESULTS, "7",
                RequestParameter.NAME_CONTAINS, "a",
                RequestParameter.STATUS_EQUALS, "Completed",
                RequestParameter.SORT_BY, "CreationTime",
                RequestParameter.SORT_ORDER, "Ascending"));
    final String arn = emulator.jobs().get(0).jobArn();
    final String name = vendor.getModelInvocationJob(r -> r.jobIdentifier(arn)).jobArn();

    assertThat(arns).isEqualTo(theirs).isNotEmpty();
    assertThat(ours.<String>get(arn, AskedService::arn, execution())).isEqualTo(name);
    final List<RecordedRequest> sent = emulator.log().requests();
    assertThat(sent).hasSize(4).extracting(RecordedRequest::status).containsOnly(200);
    for (final int[] pair : new int[][] {{0, 1}, {2, 3}}) {
      final RecordedRequest one = sent.get(pair[0]);
      final RecordedRequest other = sent.get(pair[1]);
      assertThat(other.line()).isEqualTo(one.line());
      assertThat(other.rawPath()).isEqualTo(one.rawPath());
      assertThat(other.region()).isEqualTo(one.region());
      assertThat(other.accessKeyId()).isEqualTo(one.accessKeyId());
    }
  }

  /** Resets are left out: below the vendor's client the JDK sends a request again by itself. */
  @Test
  void theSameFailuresAreTriedAgainAsOften() {
    final List<Fault> faults =
        List.of(
            new Fault.Throttle(),
            new Fault.Status(500, "InternalServerException", "oops"),
            new Fault.ProxyPage(502),
            new Fault.ProxyPage(503),
            new Fault.ProxyPage(504),
            new Fault.Status(400, "ValidationException", "no"),
            new Fault.Status(403, "AccessDeniedException", "no"),
            new Fault.Status(404, "ResourceNotFoundException", "no"));
    for (final Fault fault : faults) {
      assertThat(tries(fault, () -> list(Map.of())))
          .as(fault.toString())
          .isEqualTo(tries(fault, () -> vendor.listModelInvocationJobs(request -> {})));
    }
  }

  @Test
  void aRefusalHasTheSameTypeAndNumber() {
    final Fault refusal = new Fault.Status(403, "AccessDeniedException", "not you");
    emulator.inject(refusal, 2);
    assertThatThrownBy(() -> vendor.listModelInvocationJobs(request -> {}))
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
              assertThat(e.requestId()).isEqualTo(emulator.log().requests().get(0).requestId());
            });
    assertThatThrownBy(() -> list(Map.of()))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> {
              assertThat(e.type()).isEqualTo("AccessDeniedException");
              assertThat(e.requestId()).contains(emulator.log().requests().get(1).requestId());
            });
  }

  private int tries(Fault fault, Runnable call) {
    final int before = emulator.log().requests().size();
    emulator.inject(fault, ATTEMPTS);
    assertThatThrownBy(call::run).isInstanceOf(RuntimeException.class);
    final int tries = emulator.log().requests().size() - before;
    for (int left = tries; left < ATTEMPTS; left++) { // the faults that nobody met
      assertThatThrownBy(() -> list(Map.of())).isInstanceOf(RuntimeException.class);
    }
    return tries;
  }

  private List<String> list(Map<RequestParameter, String> parameters) {
    return ours.list(new ListRequest(parameters), AskedService::arn, execution()).rows();
  }

  private static Execution execution() {
    return new Execution(Cancellation.unlimited(), Long.MAX_VALUE);
  }
}
