package io.github.bedrockjdbc.adapter.api.auth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Credentials that a command prints, kept until they end; for one thread. Not the SDK's own, which
 * waits without end for a command that does not end.
 */
final class CredentialProcess implements AwsCredentialsProvider {
  private static final int LONGEST_OUTPUT = 64_000;
  private static final Duration RENEWED_BEFORE = Duration.ofSeconds(15);

  private final String command;
  private final RunningCommands running;
  private AwsCredentials last;
  private Instant end = Instant.MIN;

  /**
   * @param running where others can end it
   */
  CredentialProcess(String command, RunningCommands running) {
    this.command = command;
    this.running = running;
  }

  @Override
  public AwsCredentials resolveCredentials() {
    if (Instant.now().isAfter(end)) {
      final Map<String, String> printed = read(output());
      final String expiration = printed.get("Expiration");
      end = expiration == null ? Instant.MAX : time(expiration).minus(RENEWED_BEFORE);
      last = credentials(printed, expiration);
    }
    return last;
  }

  private static AwsCredentials credentials(Map<String, String> printed, String expiration) {
    for (final String key : List.of("AccessKeyId", "SecretAccessKey")) {
      if (printed.getOrDefault(key, "").isBlank()) {
        throw failure("printed JSON without " + key);
      }
    }
    final String id = printed.get("AccessKeyId");
    final String secret = printed.get("SecretAccessKey");
    return printed.containsKey("SessionToken")
        ? AwsSessionCredentials.builder()
            .accessKeyId(id)
            .secretAccessKey(secret)
            .sessionToken(printed.get("SessionToken"))
            .expirationTime(expiration == null ? null : time(expiration))
            .build()
        : AwsBasicCredentials.create(id, secret);
  }

  private static Instant time(String expiration) {
    try {
      return OffsetDateTime.parse(expiration).toInstant();
    } catch (DateTimeException e) {
      throw failure("printed an Expiration that is not an ISO 8601 time");
    }
  }

  private byte[] output() {
    final boolean isWindows =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    final Process process;
    try {
      process =
          new ProcessBuilder(
                  isWindows ? List.of("cmd.exe", "/C", command) : List.of("sh", "-c", command))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw failure("could not be run");
    }
    running.add(process);
    try {
      process.getOutputStream().close();
      final byte[] output = process.getInputStream().readNBytes(LONGEST_OUTPUT + 1);
      if (output.length > LONGEST_OUTPUT) {
        throw failure("printed more than 64,000 bytes");
      }
      requireSuccess(process.waitFor());
      return output;
    } catch (IOException e) {
      throw failure("could not be read");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was interrupted");
    } finally {
      running.end(process);
    }
  }

  private static void requireSuccess(int exitCode) {
    if (exitCode != 0) {
      final String what =
          switch (exitCode) {
            case 126 -> "names a command that is not executable";
            case 127 -> "names a command that was not found";
            default -> "failed";
          };
      throw failure(what + " (exit code " + exitCode + ")");
    }
  }

  /** The texts of an object, and its version. */
  private static Map<String, String> read(byte[] output) {
    final Map<String, String> values = new HashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(output)) {
      final JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        throw failure(first == null ? "printed nothing" : "printed no JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        final String name = parser.currentName();
        if (parser.nextToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL) {
          values.put(name, parser.getText());
        }
        parser.skipChildren();
      }
    } catch (JsonProcessingException e) {
      throw failure("printed something that is not JSON");
    } catch (IOException e) {
      throw new UncheckedIOException(e); // which an array does not give
    }
    if (!values.getOrDefault("Version", "").equals("1")) {
      throw failure("printed JSON without \"Version\": 1");
    }
    return values;
  }

  /** Quotes nothing of what was printed. */
  private static SdkClientException failure(String what) {
    return SdkClientException.create("credential_process " + what);
  }
}
