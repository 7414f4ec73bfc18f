package io.github.bedrockjdbc.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The least that reading takes: signed requests one after another, tokens looked at and left. */
final class ThroughTokens {
  private final URI endpoint;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final JsonFactory json = new JsonFactory();
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final AwsCredentialsIdentity credentials =
      AwsCredentialsIdentity.create(
          BedrockEmulator.DEMO_ACCESS_KEY_ID, BedrockEmulator.DEMO_SECRET_ACCESS_KEY);

  ThroughTokens(URI endpoint) {
    this.endpoint = endpoint;
  }

  long all(int pageSize) throws IOException, InterruptedException {
    long jobs = 0;
    String token = "";
    while (token != null) {
      final byte[] answer =
          client.send(request(pageSize, token), HttpResponse.BodyHandlers.ofByteArray()).body();
      token = null;
      try (JsonParser parser = json.createParser(answer)) {
        for (JsonToken next = parser.nextToken(); next != null; next = parser.nextToken()) {
          if (next == JsonToken.VALUE_STRING && parser.currentName() != null) {
            switch (parser.currentName()) {
              case "nextToken" -> token = parser.getText();
              case "jobArn" -> jobs++;
              default -> {}
            }
          }
        }
      }
    }
    return jobs;
  }

  private HttpRequest request(int pageSize, String token) {
    final URI uri =
        URI.create(
            endpoint
                + "/model-invocation-jobs?maxResults="
                + pageSize
                + (token.isEmpty()
                    ? ""
                    : "&nextToken=" + URLEncoder.encode(token, StandardCharsets.UTF_8)));
    final SdkHttpRequest signed =
        signer
            .sign(
                sign ->
                    sign.identity(credentials)
                        .request(
                            SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(uri).build())
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bedrock")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, BedrockEmulator.DEMO_REGION))
            .request();
    final HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    signed.forEachHeader(
        (name, values) -> {
          if (!name.equalsIgnoreCase("Host")) {
            values.forEach(value -> request.header(name, value));
          }
        });
    return request.build();
  }
}
