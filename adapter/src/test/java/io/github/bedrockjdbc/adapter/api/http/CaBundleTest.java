package io.github.bedrockjdbc.adapter.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.CredentialSettings;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.testing.Emulated;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle of authorities is read where something is encrypted, and nowhere else. */
class CaBundleTest {
  private static final String CONFIG_FILE = "aws.configFile";

  /** Nobody listens there, nor is asked to. */
  private static final String ENCRYPTED = "https://127.0.0.1:1";

  @AutoClose private final BedrockEmulator emulator = Emulated.jobs(3);
  @TempDir private Path folder;
  private String bundle;

  @BeforeEach
  void write() throws IOException {
    bundle = Files.writeString(folder.resolve("bundle.pem"), "no certificate").toString();
    System.setProperty(
        CONFIG_FILE,
        Files.writeString(
                folder.resolve("config"), "[profile bundled]\nca_bundle = " + bundle + "\n")
            .toString());
  }

  @AfterEach
  void clear() {
    System.clearProperty(CONFIG_FILE);
  }

  @Test
  void aPlainEndpointHasNoUseForIt() {
    final Map<String, String> settings = Emulated.settings(emulator);
    assertThat(list(settings, Map.of("AWS_CA_BUNDLE", bundle))).hasSize(3);
    settings.put("profile", "bundled");
    assertThat(list(settings, Map.of())).hasSize(3);
  }

  @Test
  void norHasOneOfTheEnvironment() {
    final Map<String, String> settings = Emulated.settings(emulator);
    settings.remove("endpoint");
    assertThat(
            list(
                settings, Map.of("AWS_ENDPOINT_URL", emulator.endpoint(), "AWS_CA_BUNDLE", bundle)))
        .hasSize(3);
  }

  @Test
  void norHasAPlainEndpointBesideOneThatIsEncrypted() {
    final Map<String, String> settings = Emulated.settings(emulator, "s3Endpoint", ENCRYPTED);
    assertThat(list(settings, Map.of("AWS_CA_BUNDLE", bundle))).hasSize(3);
  }

  @Test
  void whereSomethingIsEncryptedOneThatCannotBeReadIsAMistake() {
    final Map<String, String> settings = Emulated.settings(emulator, "endpoint", ENCRYPTED);
    assertThat(failure(settings, Map.of("AWS_CA_BUNDLE", bundle)))
        .isEqualTo(
            "AWS_CA_BUNDLE or ca_bundle names '%s', which cannot be read as certificates"
                .formatted(bundle));
    assertThat(failure(settings, Map.of("AWS_CA_BUNDLE", bundle + ".gone")))
        .contains("'" + bundle + ".gone'");
    settings.put("profile", "bundled");
    assertThat(failure(settings, Map.of())).contains("'" + bundle + "'");
  }

  /** What prepares a first query is told of no mistake that does not matter. */
  @Test
  void preparingReadsItWhereJobsAreEncrypted() {
    final Map<String, String> environment = new HashMap<>(Map.of("AWS_CA_BUNDLE", bundle));
    final Map<String, String> settings = Emulated.settings(emulator);
    settings.remove("endpoint");
    assertThat(AskedService.failureOf(() -> prepare(settings, environment)).kind())
        .isEqualTo(Kind.SETTING);
    environment.put("AWS_ENDPOINT_URL", emulator.endpoint());
    assertThatCode(() -> prepare(settings, environment)).doesNotThrowAnyException();
  }

  private static String failure(Map<String, String> settings, Map<String, String> environment) {
    final ApiException failure = AskedService.failureOf(() -> list(settings, environment));
    assertThat(failure.kind()).isEqualTo(Kind.SETTING);
    return failure.getMessage();
  }

  private static void prepare(Map<String, String> settings, Map<String, String> environment) {
    final Config config = Config.of(settings);
    try (HttpService service = Emulated.service(config, environment)) {
      service.prepare(config.accounts().get(0));
    }
  }

  private static List<String> list(Map<String, String> settings, Map<String, String> environment) {
    final Config config = Config.of(settings);
    final CredentialSettings account = config.accounts().get(0);
    try (HttpService service = Emulated.service(config, environment)) {
      return service
          .source(Optional.of(BedrockEmulator.DEMO_REGION), account)
          .list(ListRequest.EVERYTHING, AskedService::arn, AskedService.execution())
          .rows();
    }
  }
}
