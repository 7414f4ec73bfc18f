package io.github.bedrockjdbc.adapter.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.ApiException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.internal.AwsErrorCode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/** Which answers are worth another try: what the SDK's standard mode thinks, code by code. */
class RetryCodesTest {
  private static final List<String> OTHERS =
      List.of(
          "ValidationException",
          "AccessDeniedException",
          "ResourceNotFoundException",
          "ExpiredTokenException",
          "UnrecognizedClientException",
          "InternalServerException",
          "InternalFailure",
          "ServiceUnavailableException",
          "ServiceUnavailable",
          "ServiceQuotaExceededException",
          "LimitExceededException",
          "ConflictException",
          "throttling",
          "Novel");

  private final RetryStrategy theirs = AwsRetryStrategy.standardRetryStrategy();

  @Test
  void areTheSdks() {
    final TreeSet<String> codes = new TreeSet<>(OTHERS);
    codes.addAll(AwsErrorCode.THROTTLING_ERROR_CODES);
    codes.addAll(AwsErrorCode.RETRYABLE_ERROR_CODES);
    codes.addAll(AwsErrorCode.DEFINITE_CLOCK_SKEW_ERROR_CODES);
    codes.addAll(AwsErrorCode.POSSIBLE_CLOCK_SKEW_ERROR_CODES);
    final List<String> different = new ArrayList<>();
    for (String code : codes) {
      for (int status = 300; status < 600; status++) {
        if (theyTryAgain(code, status) != weTryAgain(code, status)) {
          different.add(code + " " + status);
        }
      }
    }
    assertThat(different).isEmpty();
  }

  @Test
  void areTheSdksWithoutACode() {
    for (int status = 300; status < 600; status++) {
      assertThat(weTryAgain("", status)).as("%d", status).isEqualTo(theyTryAgain("", status));
    }
  }

  private boolean theyTryAgain(String code, int status) {
    final AwsServiceException failure =
        AwsServiceException.builder()
            .statusCode(status)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
            .build();
    try {
      theirs.refreshRetryToken(
          RefreshRetryTokenRequest.builder()
              .token(
                  theirs
                      .acquireInitialToken(AcquireInitialTokenRequest.create(code + status))
                      .token())
              .failure(failure)
              .build());
      return true;
    } catch (TokenAcquisitionFailedException no) {
      return false;
    }
  }

  private static boolean weTryAgain(String code, int status) {
    return Retry.mayPass(
        new ApiException(
            ErrorTypes.kind(code, status),
            code,
            "no",
            status,
            Duration.ZERO,
            Optional.empty(),
            Optional.empty(),
            null));
  }

  /** As its new retries do, which is five seconds more than of itself. */
  @ParameterizedTest
  @CsvSource({"0, 100", "50, 100", "100, 100", "3000, 3000", "5100, 5100", "3600000, 5100"})
  void whatTheServiceWantsIsWaitedWithinBounds(long wish, long pause) {
    assertThat(Retry.pause(Duration.ofMillis(100), Duration.ofMillis(wish)))
        .isEqualTo(Duration.ofMillis(pause));
  }
}
