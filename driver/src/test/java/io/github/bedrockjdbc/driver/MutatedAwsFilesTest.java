package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.AwsServices;
import io.github.bedrockjdbc.driver.testing.AwsSetup;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of the AWS tools with random mistakes: whatever comes of them has an SQLState of its own
 * and words for people. {@code -Dmutations=5000} tries more, {@code -Dmutations.seed} others.
 */
class MutatedAwsFilesTest {
  private static final int MUTATIONS = Integer.getInteger("mutations", 60);
  private static final long SEED = Long.getLong("mutations.seed", 13);
  private static final String ALL = "SELECT job_arn FROM jobs";
  private static final String SECRET = "TheCanarySings/secret";
  private static final String ALPHABET = "[]=#; \t\n\r\0aZ9-_./:%\"'\\\u00e9\u20ac\uFEFF\u0007";
  private static final Pattern CLASS_NAME =
      Pattern.compile(
          "\\b[a-z]\\w*(\\.\\w+)+\\.[A-Z]\\w+|\\b[A-Z]\\w+(Exception|Error|Provider)\\b|ProfileFile");

  private static final Set<String> STATES =
      Arrays.stream(SqlState.values()).map(SqlState::code).collect(Collectors.toSet());

  private static final String CONFIG =
      """
      [default]
      region = us-east-1
      output = json

      # the ones that are used
      [profile keys]
      aws_access_key_id = %s
      aws_secret_access_key = %s
      [profile role]
      role_arn = arn:aws:iam::123456789012:role/reader
      source_profile = keys
      external_id = ext-1
      region = eu-west-1
      [profile chained]
      role_arn = arn:aws:iam::123456789012:role/chained
      source_profile = role
      [profile web]
      role_arn = arn:aws:iam::123456789012:role/web
      web_identity_token_file = /nowhere/token
      [profile environment]
      role_arn = arn:aws:iam::123456789012:role/named
      credential_source = Environment
      [profile process]
      credential_process = exit 4
      [sso-session corp]
      sso_region = us-east-1
      sso_start_url = https://corp.awsapps.com/start
      [profile sso]
      sso_session = corp
      sso_account_id = 123456789012
      sso_role_name = reader
      [profile login]
      login_session = arn:aws:iam::123456789012:user/console
      services = ours
      [services ours]
      bedrock =
        endpoint_url = https://bedrock.test
      """;

  private static final String CREDENTIALS =
      """
      [stored]
      aws_access_key_id = %s
      aws_secret_access_key = %s
      aws_session_token = %s
      """;

  private static final List<String> PROFILES =
      List.of("keys", "role", "chained", "web", "environment", "process", "sso", "login", "stored");

  @TempDir private Path folder;

  @Test
  void everyFailureIsClear() throws Exception {
    final String secretConfig = CONFIG.formatted("AKIACANARY", SECRET);
    final String secretCredentials = CREDENTIALS.formatted("ASIACANARY", SECRET, SECRET);
    try (AwsServices services = new AwsServices();
        AwsSetup aws = new AwsSetup(folder);
        BedrockEmulator emulator =
            BedrockEmulator.builder()
                .credentials("AKIACANARY", SECRET, BedrockEmulator.DEMO_ACCOUNT)
                .start()) {
      for (final String service : List.of("Sts", "Sso", "Signin")) {
        aws.set("aws.endpointUrl" + service, services.endpoint());
      }
      aws.set("aws.maxAttempts", "1")
          .set("aws.loginCacheDirectory", folder.resolve("login").toString());
      final List<Connection> connections = new ArrayList<>();
      for (final String settings : settings()) {
        connections.add(
            DriverManager.getConnection(
                "jdbc:bedrock:maxAttempts=1;endpoint=" + emulator.endpoint() + ";" + settings));
      }
      for (int i = 0; i < MUTATIONS; i++) {
        final Random random = new Random(SEED * 1_000_003 + i);
        final boolean isConfig = random.nextInt(4) > 0;
        write(
            aws,
            i,
            isConfig ? mutated(secretConfig, random) : secretConfig,
            isConfig ? secretCredentials : mutated(secretCredentials, random));
        final Connection connection = connections.get(random.nextInt(connections.size()));
        try {
          Answered.to(connection, ALL);
        } catch (SQLException e) {
          check(e, "seed " + SEED + ", mutation " + i);
        }
      }
      write(aws, MUTATIONS, secretConfig, secretCredentials);
      assertThat(Answered.to(connections.get(0), ALL).rows()).isEmpty();
      for (final Connection connection : connections) {
        connection.close();
      }
    }
  }

  private static List<String> settings() {
    final List<String> settings = new ArrayList<>();
    for (final String profile : PROFILES) {
      settings.add("region=us-east-1;profile=" + profile);
      settings.add("profile=" + profile);
    }
    settings.add("fips=false");
    settings.add("region=us-east-1;profile=keys;roleArn=arn:aws:iam::123456789012:role/reader");
    settings.add("region=all;onUnreachable=skip");
    return settings;
  }

  /** Under new names, so that no change goes unseen. */
  private void write(AwsSetup aws, int number, String config, String credentials)
      throws IOException {
    final Path first = folder.resolve("config-" + number);
    final Path second = folder.resolve("credentials-" + number);
    Files.writeString(first, config);
    Files.writeString(second, credentials);
    aws.set("aws.configFile", first.toString());
    aws.set("aws.sharedCredentialsFile", second.toString());
  }

  private static String mutated(String text, Random random) {
    final List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      final int at = random.nextInt(lines.size());
      final String line = lines.get(at);
      final int column = random.nextInt(line.length() + 1);
      final char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(8)) {
        case 0 -> lines.set(at, line.substring(0, column));
        case 1 -> lines.set(at, line.substring(column));
        case 2 -> lines.set(at, line.substring(0, column) + other + line.substring(column));
        case 3 -> lines.set(at, " " + line);
        case 4 -> lines.add(at, lines.get(random.nextInt(lines.size())));
        case 5 -> lines.set(at, lines.get(random.nextInt(lines.size())));
        case 6 -> lines.remove(at);
        default -> lines.set(at, line.replaceFirst("= .*", "= " + PROFILES.get(random.nextInt(9))));
      }
      if (lines.isEmpty()) {
        lines.add("");
      }
    }
    return String.join("\n", lines);
  }

  private static void check(SQLException failure, String as) {
    assertThat(failure.getSQLState()).as(as).isIn(STATES).isNotEqualTo("HY000");
    final String message = failure.getMessage();
    assertThat(message).as(as).doesNotContain("CanarySings", "null");
    assertThat(CLASS_NAME.matcher(message.replaceAll("failed: \\w+Exception ", "")).find())
        .as(as + ": " + message)
        .isFalse();
    if (failure.getSQLState().equals("08001") && !message.startsWith("There is no AWS profile")) {
      assertThat(message)
          .as(as)
          .matches("(?s).*(config|credentials)-\\d+( cannot be read:|,) line \\d+.*|No region:.*");
    }
  }
}
