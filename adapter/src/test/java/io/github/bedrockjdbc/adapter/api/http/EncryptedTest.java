package io.github.bedrockjdbc.adapter.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.testing.Emulated;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.server.SelfSigned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is on the other side of an encrypted connection, and what is said if it is the wrong one. */
class EncryptedTest {
  private static final SelfSigned GOOD = SelfSigned.make();

  @TempDir private Path folder;

  @Test
  void aBundleNamesWhomToTrust() throws IOException {
    try (BedrockEmulator emulator = emulator(GOOD)) {
      final String bundle =
          bundle("# Root of tests - G2\n\n" + SelfSigned.make().pem() + GOOD.pem());
      assertThat(list(emulator.endpoint(), bundle)).hasSize(3);
      assertThat(list(emulator.endpoint().replace("127.0.0.1", "localhost"), bundle)).hasSize(3);
    }
  }

  @Test
  void nobodyElseIsTrusted() throws IOException {
    try (BedrockEmulator emulator = emulator(GOOD)) {
      for (final Map<String, String> environment :
          List.of(Map.<String, String>of(), bundled(SelfSigned.make().pem()))) {
        assertThat(refusal(emulator.endpoint(), environment))
            .startsWith(
                "Listing jobs failed: no TLS connection could be made: its certificate was issued"
                    + " by no authority that is trusted here, as that of a proxy that inspects TLS;"
                    + " to trust its authority, set AWS_CA_BUNDLE, or ca_bundle of the profile, to"
                    + " a file with its certificate (127.0.0.1:");
      }
      assertThat(emulator.log().requests()).isEmpty();
    }
  }

  @Test
  void norIsACertificateForAnotherHost() throws IOException {
    final SelfSigned certificate = SelfSigned.make("dns:elsewhere.test");
    try (BedrockEmulator emulator = emulator(certificate)) {
      assertThat(refusal(emulator.endpoint(), bundled(certificate.pem())))
          .contains("its certificate is not accepted (No subject alternative names");
    }
  }

  @Test
  void aPlainServiceIsTold() throws IOException {
    try (BedrockEmulator emulator = Emulated.jobs(3)) {
      final String endpoint = emulator.endpoint().replace("http:", "https:");
      assertThat(refusal(endpoint, Map.of()))
          .contains("it does not answer with TLS; is its address one of http, not https?");
    }
  }

  @Test
  void aBundleWithoutCertificatesIsAMistake() throws IOException {
    assertThat(refusal("https://127.0.0.1:1", bundled("")))
        .contains("which cannot be read as certificates");
  }

  private static BedrockEmulator emulator(SelfSigned certificate) {
    return BedrockEmulator.builder().jobs(JobFixture.of(3, 7)).encrypted(certificate).start();
  }

  private Map<String, String> bundled(String pem) throws IOException {
    return Map.of("AWS_CA_BUNDLE", bundle(pem));
  }

  private String bundle(String pem) throws IOException {
    return Files.writeString(folder.resolve("bundle.pem"), pem).toString();
  }

  /** Of the first attempt: another one would not help. */
  private static String refusal(String endpoint, Map<String, String> environment) {
    final ApiException failure = AskedService.failureOf(() -> list(endpoint, environment));
    assertThat(failure.kind()).isEqualTo(Kind.SETTING);
    assertThat(failure.getMessage())
        .doesNotContain("attempts")
        .doesNotContainPattern("\\b(java|javax|sun)\\.|Exception");
    return failure.getMessage();
  }

  private static List<String> list(String endpoint, String bundle) {
    return list(endpoint, Map.of("AWS_CA_BUNDLE", bundle));
  }

  private static List<String> list(String endpoint, Map<String, String> environment) {
    final Config config =
        Config.of(
            Map.of(
                "user", BedrockEmulator.DEMO_ACCESS_KEY_ID,
                "password", BedrockEmulator.DEMO_SECRET_ACCESS_KEY,
                "endpoint", endpoint,
                "region", BedrockEmulator.DEMO_REGION));
    try (HttpService service = Emulated.service(config, environment)) {
      return service
          .source(Optional.of(BedrockEmulator.DEMO_REGION), config.accounts().get(0))
          .list(ListRequest.EVERYTHING, AskedService::arn, AskedService.execution())
          .rows();
    }
  }
}
