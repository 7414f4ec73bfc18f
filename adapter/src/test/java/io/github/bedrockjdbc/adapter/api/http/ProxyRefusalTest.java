package io.github.bedrockjdbc.adapter.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonParser;
import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.auth.Regions;
import io.github.bedrockjdbc.adapter.testing.Emulated;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A proxy that does not let a request through is what a message speaks of. */
class ProxyRefusalTest {
  private static final String PAGE = "<html>Please log in</html>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "407 | true | '' | SETTING | requires a user and password: set them with"
            + " http://user:password@127.0.0.1",
        "407 | false | '' | SETTING | requires a user and password: set them with"
            + " http://user:password@127.0.0.1",
        "407 | true | me:secret@ | SETTING | rejected the user and password",
        "407 | false | me:secret@ | SETTING | rejected the user and password",
        "403 | true | '' | SETTING | could not connect to the service (HTTP 403)",
        "502 | true | '' | UNREACHABLE | could not connect to the service (HTTP 502)",
        "401 | false | '' | BAD_ANSWER | by way of the proxy 127.0.0.1",
        "403 | false | '' | BAD_ANSWER | by way of the proxy 127.0.0.1",
      })
  void whatAProxyAnswers(int status, boolean tunnel, String user, Kind kind, String text)
      throws Exception {
    try (ServerSocket proxy = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      final Thread thread = new Thread(() -> refuse(proxy, status), "proxy");
      thread.setDaemon(true);
      thread.start();
      final String scheme = tunnel ? "https" : "http";
      final String variable = tunnel ? "HTTPS_PROXY" : "HTTP_PROXY";
      final ApiException failure =
          failure(
              scheme + "://bedrock.test",
              "us-east-1",
              Map.of(variable, "http://" + user + "127.0.0.1:" + proxy.getLocalPort()));
      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure.getMessage())
          .startsWith("Listing jobs failed: ")
          .contains("127.0.0.1:" + proxy.getLocalPort() + " (" + variable + ")", text)
          .doesNotContain("secret", "Please log in");
    }
  }

  private static void refuse(ServerSocket proxy, int status) {
    while (!proxy.isClosed()) {
      try (Socket client = proxy.accept()) {
        final BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        String line = in.readLine();
        while (!line.isEmpty()) {
          line = in.readLine();
        }
        client
            .getOutputStream()
            .write(
                "HTTP/1.1 %d No\r\nProxy-Authenticate: Basic realm=x\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s"
                    .formatted(status, PAGE.length(), PAGE)
                    .getBytes(StandardCharsets.ISO_8859_1));
      } catch (IOException closed) {
        return;
      }
    }
  }

  @Test
  void aProxyThatIsNotKnownIsNotTheServicesHost() {
    final ApiException failure =
        failure("https://bedrock.test", "us-east-1", Map.of("HTTPS_PROXY", "nowhere.invalid:3128"));
    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failure.getMessage())
        .contains("the host name of the proxy nowhere.invalid:3128 (HTTPS_PROXY) is not known");
  }

  @Test
  void aProxyWhereNobodyListens() throws IOException {
    final int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertThat(
            failure("http://bedrock.test", "us-east-1", Map.of("HTTP_PROXY", "127.0.0.1:" + port)))
        .hasMessageContaining("no connection to the proxy 127.0.0.1:" + port + " (HTTP_PROXY)");
  }

  @Test
  void aPortThatIsNone() {
    assertThatThrownBy(
            () -> list("https://bedrock.test", "us-east-1", Map.of("HTTPS_PROXY", "p:99999")))
        .isInstanceOf(ApiException.class)
        .hasMessageStartingWith("HTTPS_PROXY takes http://host:port");
    System.setProperty("https.proxyHost", "jvm.test");
    System.setProperty("https.proxyPort", "99999");
    try {
      assertThatThrownBy(() -> list("https://bedrock.test", "us-east-1", Map.of()))
          .isInstanceOf(ApiException.class)
          .hasMessage("https.proxyPort takes a port from 1 to 65535");
    } finally {
      List.of("https.proxyHost", "https.proxyPort").forEach(System::clearProperty);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "us-est-1 | us-east-1 or us-west-1",
        "eu-wst-1 | eu-west-1",
        "us-east1 | us-east-1",
        "ap-southeastt-2 | ap-southeast-2",
      })
  void aRegionThatIsNotKnownIsSaidToBeWhatMayBeWrong(String region, String near) {
    final ApiException failure = failure("", region, Map.of("HTTPS_PROXY", "nowhere.invalid:1"));
    assertThat(failure.getMessage())
        .as("the proxy is looked up first")
        .doesNotContain("did you mean");
    assertThat(Regions.hint(region)).endsWith("did you mean " + near + "?");
    assertThat(failure("", region, Map.of()).getMessage()).contains("did you mean " + near + "?");
  }

  @Test
  void anAvailabilityZoneIsNoRegion() {
    assertThat(failure("", "us-east-1a", Map.of()))
        .hasMessage("us-east-1a is an availability zone; its region is us-east-1");
    assertThat(failure("", "us-west-2-lax-1a", Map.of()))
        .hasMessage("us-west-2-lax-1a is an availability zone; its region is us-west-2");
  }

  private static ApiException failure(
      String endpoint, String region, Map<String, String> environment) {
    return catchThrowableOfType(ApiException.class, () -> list(endpoint, region, environment));
  }

  private static void list(String endpoint, String region, Map<String, String> environment) {
    try (HttpService service = Emulated.service(endpoint, environment)) {
      service
          .source(Optional.of(region), Emulated.account("user", "AKIA", "password", "s"))
          .list(
              ListRequest.EVERYTHING,
              JsonParser::skipChildren,
              new Execution(Cancellation.unlimited(), Long.MAX_VALUE));
    }
  }
}
