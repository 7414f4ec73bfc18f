package io.github.bedrockjdbc.adapter.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.auth.SsoCredentialsProvider;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsRequest;

/**
 * What the SDK throws when IAM Identity Center does not give credentials, and what is said of it.
 */
class SingleSignOnFailureTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503 | '' | '' | it answered HTTP 503, try again later | false",
        "500 | '' | <html> | it answered HTTP 500, try again later | false",
        "401 | '' | '' | it answered HTTP 401 | true",
        "401 | UnauthorizedException | {\"message\":\"Session is invalid\\u001b\"}"
            + " | UnauthorizedException Session is invalid | true",
        "403 | ForbiddenException | {\"message\":\"No access\"} | ForbiddenException No access | false",
        "404 | ResourceNotFoundException | {} | ResourceNotFoundException | false",
        "429 | TooManyRequestsException | {} | TooManyRequestsException | false",
      })
  void eachRefusalHasItsWords(int status, String type, String body, String text, boolean loginHelps)
      throws Exception {
    final HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          if (!type.isEmpty()) {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", type);
          }
          final byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try (SsoClient client =
            SsoClient.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
        SsoCredentialsProvider provider = provider(client)) {
      final Throwable failure = catchThrowable(provider::resolveCredentials);
      assertThat(CredentialFailure.text(failure)).startsWith(text);
      assertThat(CredentialFailure.isSessionOver(failure)).isEqualTo(loginHelps);
    } finally {
      server.stop(0);
    }
  }

  private static SsoCredentialsProvider provider(SsoClient client) {
    final SsoCredentialsProvider.Builder builder = SsoCredentialsProvider.builder();
    return builder
        .ssoClient(client)
        .refreshRequest(
            GetRoleCredentialsRequest.builder()
                .accessToken("t")
                .accountId("1")
                .roleName("r")
                .build())
        .build();
  }
}
