package io.github.bedrockjdbc.adapter.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.testing.Emulated;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is mended once, so that the caller never hears of it: the clock, and old credentials. */
class MendedTest {
  private final Execution execution = new Execution(Cancellation.unlimited(), Long.MAX_VALUE);

  @Test
  void aWrongClockIsPutRightOnce() {
    for (final int hours : new int[] {-3, 3}) {
      final Clock skewed = Clock.offset(Clock.systemUTC(), Duration.ofHours(hours));
      try (BedrockEmulator emulator =
              BedrockEmulator.builder().jobs(JobFixture.of(3, 3)).clock(skewed).start();
          HttpService service = Emulated.service(emulator, "maxAttempts", "3")) {
        final JobsApi api = service.source(Optional.of("us-east-1"), Emulated.demo());
        assertThat(list(api)).isEqualTo(3);
        assertThat(emulator.log().requests())
            .extracting(RecordedRequest::status)
            .containsExactly(403, 200);
        assertThat(list(api)).isEqualTo(3);
        assertThat(emulator.log().requests()).hasSize(3);
        assertThat(api.credentialSource()).contains("user and password");
      }
    }
  }

  @Test
  void credentialsThatHaveEndedAreLookedUpOnceMore(@TempDir Path folder) throws IOException {
    final Path answer = folder.resolve("answer.json");
    final Path config = folder.resolve("config");
    Files.writeString(
        config, "[profile process]\ncredential_process = cat " + answer + "\nregion = us-east-1\n");
    System.setProperty("aws.configFile", config.toString());
    try (BedrockEmulator emulator =
            BedrockEmulator.builder()
                .jobs(JobFixture.of(3, 3))
                .sessionCredentials("ASIAOLD", "s", "t", BedrockEmulator.DEMO_ACCOUNT)
                .sessionCredentials("ASIANEW", "s", "t", BedrockEmulator.DEMO_ACCOUNT)
                .start();
        HttpService service = Emulated.service(emulator, "maxAttempts", "3")) {
      final JobsApi api = service.source(Optional.empty(), Emulated.account("profile", "process"));
      Files.writeString(answer, process("ASIAOLD"));
      assertThat(list(api)).isEqualTo(3);
      emulator.behave(Behavior.standard().with(Knob.EXPIRED_KEYS, Set.of("ASIAOLD")));
      Files.writeString(answer, process("ASIANEW"));
      assertThat(list(api)).isEqualTo(3);
      assertThat(emulator.log().requests())
          .extracting(RecordedRequest::accessKeyId)
          .containsExactly("ASIAOLD", "ASIAOLD", "ASIANEW");
      assertThat(api.credentialSource()).contains("profile 'process' (credential_process)");
    } finally {
      System.clearProperty("aws.configFile");
    }
  }

  @Test
  void credentialsWithoutSuccessorAreNotSentAgain() {
    try (BedrockEmulator emulator =
            BedrockEmulator.builder()
                .behavior(
                    Behavior.standard()
                        .with(Knob.EXPIRED_KEYS, Set.of(BedrockEmulator.DEMO_ACCESS_KEY_ID)))
                .start();
        HttpService service = Emulated.service(emulator, "maxAttempts", "3")) {
      final JobsApi api = service.source(Optional.of("us-east-1"), Emulated.demo());
      assertThatThrownBy(() -> list(api))
          .isInstanceOfSatisfying(
              ApiException.class, e -> assertThat(e.kind()).isEqualTo(ApiException.Kind.EXPIRED));
      assertThat(emulator.log().requests()).hasSize(1);
    }
  }

  private static String process(String key) {
    return """
        {"Version": 1, "AccessKeyId": "%s", "SecretAccessKey": "s", "SessionToken": "t"}
        """
        .formatted(key);
  }

  private int list(JobsApi api) {
    return api.list(ListRequest.EVERYTHING, JsonParser::skipChildren, execution).rows().size();
  }
}
