package io.github.bedrockjdbc.adapter.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.sun.net.httpserver.HttpServer;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.testing.Emulated;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An API key of the environment goes to few places only, and is not left out without a word. */
class WithheldApiKeyTest {
  private static final List<String> SETTINGS =
      List.of("aws.disableEc2Metadata", "aws.configFile", "aws.sharedCredentialsFile");

  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private HttpServer proxy;

  @BeforeEach
  void start() throws Exception {
    proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.createContext(
        "/",
        exchange -> {
          authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
          final byte[] none = "{\"invocationJobSummaries\":[]}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, none.length);
          exchange.getResponseBody().write(none);
          exchange.close();
        });
    proxy.start();
    SETTINGS.forEach(name -> System.setProperty(name, "true"));
  }

  @AfterEach
  void stop() {
    proxy.stop(0);
    SETTINGS.forEach(System::clearProperty);
    List.of("aws.accessKeyId", "aws.secretAccessKey").forEach(System::clearProperty);
  }

  @Test
  void aHostThatOnlyTheUrlNamesIsSentTheOthersAndAWarningSaysSo() {
    System.setProperty("aws.accessKeyId", "AKIA");
    System.setProperty("aws.secretAccessKey", "s");
    final Execution execution = new Execution(Cancellation.unlimited(), Long.MAX_VALUE);
    list("http://vpce-1-a.bedrock.eu-west-1.vpce.amazonaws.com", execution);
    assertThat(authorizations).singleElement().asString().startsWith("AWS4-HMAC-SHA256");
    assertThat(execution.warnings())
        .singleElement()
        .asString()
        .startsWith("AWS_BEARER_TOKEN_BEDROCK is not sent to vpce-1-a.bedrock.eu-west-1.vpce")
        .contains("AWS hosts by https", "write it as apiKey")
        .doesNotContain("TheCanarySings");
  }

  @Test
  void whereThereAreNoOthersTheErrorSaysSo() {
    final Execution execution = new Execution(Cancellation.unlimited(), Long.MAX_VALUE);
    assertThatThrownBy(() -> list("http://bedrock.test", execution))
        .hasMessageStartingWith("No AWS credentials were found")
        .hasMessageContaining("AWS_BEARER_TOKEN_BEDROCK is not sent to bedrock.test");
  }

  private void list(String endpoint, Execution execution) {
    final Map<String, String> environment =
        Map.of(
            "AWS_BEARER_TOKEN_BEDROCK",
            "TheCanarySings",
            "HTTP_PROXY",
            "http://127.0.0.1:" + proxy.getAddress().getPort());
    try (HttpService service = Emulated.service(endpoint, environment)) {
      service
          .source(Optional.of("us-east-1"), Emulated.account())
          .list(ListRequest.EVERYTHING, JsonParser::skipChildren, execution);
    }
  }
}
