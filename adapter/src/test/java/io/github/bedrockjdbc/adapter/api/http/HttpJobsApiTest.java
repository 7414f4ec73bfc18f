package io.github.bedrockjdbc.adapter.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.CredentialSettings;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.Page;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.testing.Emulated;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpJobsApiTest {
  private static final int JOBS = 250;
  private static final Optional<String> REGION = Optional.of(BedrockEmulator.DEMO_REGION);

  private final BedrockEmulator emulator =
      BedrockEmulator.builder()
          .jobs(JobFixture.of(JOBS, 3))
          .sessionCredentials("ASIATEMPORARY", "secret", "token/+=", BedrockEmulator.DEMO_ACCOUNT)
          .apiKey("bedrock-api-key-abc")
          .start();
  private final Execution execution = new Execution(Cancellation.unlimited(), Long.MAX_VALUE);

  @AfterEach
  void nothingStaysOpen() {
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  @Test
  void pagesFollowEachOtherUntilThereIsNoToken() {
    final JobsApi api = demo();
    final List<String> arns = new ArrayList<>();
    ListRequest request = ListRequest.EVERYTHING.with(RequestParameter.MAX_RESULTS, "100");
    Optional<String> token = Optional.of("");
    while (token.isPresent()) {
      final Page<String> page = api.list(request, AskedService::arn, execution);
      arns.addAll(page.rows());
      token = page.nextToken();
      if (token.isPresent()) {
        request = request.with(RequestParameter.NEXT_TOKEN, token.get());
      }
    }

    assertThat(arns).hasSize(JOBS);
    assertThat(new HashSet<>(arns)).hasSize(JOBS);
    assertThat(emulator.log().lines()).hasSize(3);
  }

  @Test
  void everyParameterArrivesAsItIs() {
    final JobsApi api = demo();
    api.list(
        new ListRequest(
            Map.of(
                RequestParameter.NAME_CONTAINS, "a+b.c-d",
                RequestParameter.SUBMIT_TIME_AFTER, "2020-01-01T00:00:00Z",
                RequestParameter.SUBMIT_TIME_BEFORE, "2030-01-01T00:00:00.123Z",
                RequestParameter.SORT_BY, "CreationTime",
                RequestParameter.SORT_ORDER, "Ascending",
                RequestParameter.STATUS_EQUALS, "Failed",
                RequestParameter.MAX_RESULTS, "7")),
        AskedService::arn,
        execution);

    assertThat(emulator.log().lines())
        .containsExactly(
            "GET /model-invocation-jobs maxResults=7 nameContains=a+b.c-d"
                + " sortBy=CreationTime sortOrder=Ascending statusEquals=Failed"
                + " submitTimeAfter=2020-01-01T00:00:00Z"
                + " submitTimeBefore=2030-01-01T00:00:00.123Z");
    assertThat(emulator.log().requests().get(0).status()).isEqualTo(200);
  }

  @Test
  void aJobIsReadByItsWholeArn() {
    final String arn = emulator.jobs().get(0).jobArn();
    final JobsApi api = demo();
    assertThat(api.get(arn, AskedService::arn, execution)).isEqualTo(arn);
    assertThat(emulator.log().requests().get(0).rawPath())
        .isEqualTo("/model-invocation-job/" + arn.replace(":", "%3A").replace("/", "%2F"));
  }

  @Test
  void anUnknownJobIsNotFound() {
    final String arn = emulator.jobs().get(0).jobArn().replaceAll("[^/]+$", "000000000000");
    final JobsApi api = demo();
    assertFails(() -> api.get(arn, AskedService::arn, execution), Kind.NOT_FOUND, 404)
        .hasMessageContaining("Reading " + arn + " failed: ResourceNotFoundException")
        .hasMessageContaining("request id ")
        .hasMessageContaining("region us-east-1, GetModelInvocationJob");
  }

  @Test
  void temporaryCredentialsAreSentWithTheirToken() {
    final JobsApi api = api(temporary("secret"));
    assertThat(list(api).rows()).isNotEmpty();
  }

  @Test
  void anApiKeyIsSentInsteadOfASignature() {
    final JobsApi api = api(Emulated.account("apiKey", "bedrock-api-key-abc"));
    assertThat(list(api).rows()).isNotEmpty();
  }

  @Test
  void theEnvironmentsApiKeyCountsOnlyWhereNothingElseIsSaid() {
    final Map<String, String> environment =
        Map.of("AWS_BEARER_TOKEN_BEDROCK", "bedrock-api-key-abc");
    try (HttpService service = Emulated.service(emulator.endpoint(), environment)) {
      final JobsApi api = service.source(REGION, Emulated.account());
      assertThat(list(api).rows()).isNotEmpty();
      final JobsApi wrong =
          service.source(REGION, Emulated.account("user", "AKIAWRONG", "password", "x"));
      assertFails(() -> list(wrong), Kind.UNAUTHENTICATED, 403);
    }
  }

  @Test
  void aWrongSecretIsRefusedAndTheSignedTextStaysOut() {
    final JobsApi api = api(temporary("wrong"));
    assertFails(() -> list(api), Kind.UNAUTHENTICATED, 403)
        .hasMessageContaining("InvalidSignatureException")
        .hasMessageNotContaining("token/+=");
    assertThat(emulator.log().lines()).hasSize(1);
  }

  @Test
  void whatMayGoBetterIsTriedAgain() {
    final JobsApi api = demo();
    for (Fault fault :
        List.of(
            new Fault.Throttle(),
            new Fault.Status(500, "InternalServerException", "oops"),
            new Fault.ProxyPage(503),
            new Fault.Truncate(),
            new Fault.Reset(true))) {
      emulator.inject(fault, 1);
      assertThat(list(api).rows()).as(fault.toString()).hasSize(100);
    }
  }

  @Test
  void whatDoesNotGoBetterIsNot() {
    final JobsApi api = demo();
    emulator.inject(new Fault.Status(400, "ValidationException", "no"), 1);
    assertFails(() -> list(api), Kind.INVALID, 400).hasMessageContaining("ValidationException no");
    emulator.inject(Fault.Malformed.NOT_JSON, 1);
    assertFails(() -> list(api), Kind.BAD_ANSWER, 200);
    emulator.inject(new Fault.Redirect("http://127.0.0.1:1/elsewhere"), 1);
    assertFails(() -> list(api), Kind.BAD_ANSWER, 302);
    assertThat(emulator.log().lines()).hasSize(3);
  }

  @Test
  void attemptsAreCountedAndTold() {
    final JobsApi api = demo();
    emulator.inject(new Fault.Status(503, "ServiceUnavailableException", "busy"), 9);
    assertFails(() -> list(api), Kind.SERVER, 503).hasMessageContaining("after 3 attempts");
    assertThat(emulator.log().lines()).hasSize(3);
  }

  @Test
  void requestsAreCountedAgainstTheLimitAttemptsIncluded() {
    final Execution two = new Execution(Cancellation.unlimited(), 2);
    final JobsApi api = demo();
    emulator.inject(new Fault.Status(503, "ServiceUnavailableException", "busy"), 9);
    assertFails(
            () -> api.list(ListRequest.EVERYTHING, AskedService::arn, two), Kind.REQUEST_LIMIT, 0)
        .hasMessageContaining("maxRequests=2");
    assertThat(emulator.log().lines()).hasSize(2);
  }

  @Test
  void cancellingAbortsTheRequestUnderWay() throws Exception {
    final Fault.Hang hang = new Fault.Hang();
    emulator.inject(hang, 1);
    final Execution cancelled = new Execution(Cancellation.unlimited(), Long.MAX_VALUE);
    final Thread canceller =
        new Thread(
            () -> {
              emulator.awaitRequests(1);
              cancelled.cancellation().cancel();
            });
    canceller.start();
    final JobsApi api = demo();
    assertFails(
        () -> api.list(ListRequest.EVERYTHING, AskedService::arn, cancelled), Kind.CANCELLED, 0);
    canceller.join();
    emulator.awaitOpenExchanges(0);
  }

  private JobsApi demo() {
    return api(Emulated.demo());
  }

  private JobsApi api(CredentialSettings account) {
    return Emulated.service(emulator, "maxAttempts", "3").source(REGION, account);
  }

  private static CredentialSettings temporary(String secret) {
    return Emulated.account(
        "user", "ASIATEMPORARY", "password", secret, "sessionToken", "token/+=");
  }

  private Page<String> list(JobsApi api) {
    return api.list(ListRequest.EVERYTHING, AskedService::arn, execution);
  }

  private static AbstractThrowableAssert<?, ?> assertFails(
      ThrowingCallable call, Kind kind, int status) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(kind);
              assertThat(e.httpStatus()).isEqualTo(status);
            });
  }
}
