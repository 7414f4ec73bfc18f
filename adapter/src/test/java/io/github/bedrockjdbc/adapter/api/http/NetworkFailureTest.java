package io.github.bedrockjdbc.adapter.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.ApiOperation;
import io.github.bedrockjdbc.adapter.api.ApiRequest;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ParseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user reads where the service has not answered, and that another attempt follows. */
class NetworkFailureTest {
  private static final Call CALL =
      new Call(
          ApiRequest.get(ApiOperation.LIST, "Listing jobs failed", "", "/", parser -> 1, one -> 1),
          URI.create("https://bedrock.test/"),
          "us-east-1",
          true);

  private static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new ConnectException("Connection refused"),
            Kind.UNREACHABLE,
            "no connection could be made"),
        Arguments.of(
            new SocketTimeoutException("Read timed out"),
            Kind.UNREACHABLE,
            "no connection within connectTimeout"),
        Arguments.of(
            new UnknownHostException("bedrock.test"),
            Kind.UNREACHABLE,
            "the host name is not known"),
        Arguments.of(
            new SSLException("Received fatal alert: internal_error"),
            Kind.UNREACHABLE,
            "Received fatal alert: internal_error"),
        Arguments.of(
            new NoHttpResponseException("The target server failed to respond"),
            Kind.CONNECTION_LOST,
            "the connection was lost: it ended before the first byte of a response"),
        Arguments.of(
            new SocketException("Connection reset"),
            Kind.CONNECTION_LOST,
            "the connection was lost: Connection reset"),
        Arguments.of(new SocketException(), Kind.CONNECTION_LOST, "the connection was lost"),
        Arguments.of(
            new MalformedChunkCodingException("Bad chunk header: \u001b[31m" + "x".repeat(1000)),
            Kind.CONNECTION_LOST,
            "the connection was lost: Bad chunk header: ?[31m" + "x".repeat(477) + "…"),
        Arguments.of(
            new MessageConstraintException("Maximum header count exceeded"),
            Kind.CONNECTION_LOST,
            "the response is not HTTP"),
        Arguments.of(
            new ParseException("Invalid header"), Kind.CONNECTION_LOST, "the response is not HTTP"),
        Arguments.of(
            new IllegalArgumentException("java.lang.Secret"),
            Kind.CONNECTION_LOST,
            "the response is not HTTP"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isToldInPlainWords(Throwable failure, Kind kind, String text) {
    final ApiException told = new NetworkFailure(CALL, Optional.empty()).of(failure);
    assertThat(told.kind()).isEqualTo(kind);
    assertThat(told)
        .hasMessage(
            "Listing jobs failed: "
                + text
                + " (bedrock.test, region us-east-1, ListModelInvocationJobs)");
    assertThat(Retry.mayPass(told)).isTrue();
  }
}
