package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The URLs that the documentation shows: each is accepted, and those that can be run are. */
class DocsUrlsTest {
  private static final Pattern URL =
      Pattern.compile("jdbc:bedrock:[^\\s`\"'|,)]+(?:,[^\\s`\"'|,)]+)*");

  /** Those of a template, or of what is refused. */
  private static final Pattern NO_URL = Pattern.compile(".*[{…<\\\\%]|jdbc:bedrock:(key|//).*");

  @Test
  void urlsOfSeveralSourcesWork(@TempDir Path folder) throws IOException, SQLException {
    final Path profiles = folder.resolve("config");
    try (BedrockEmulator emulator =
        EmulatorParts.start(new StringBuilder(), profiles, "--jobs", "40")) {
      System.setProperty("aws.configFile", profiles.toString());
      assertThat(emulator.jobs()).hasSize(40 + 20 + 13 + 10 + 8 + 6);
      final List<Long> counts = new ArrayList<>();
      for (String url : Pages.part("sources").lines().filter(l -> l.startsWith("jdbc")).toList()) {
        try (Connection connection =
            DriverManager.getConnection(url + ";endpoint=" + emulator.endpoint())) {
          counts.add(DocsTest.count(connection));
        }
      }
      assertThat(counts).containsExactly(60L, 73L, 60L, 60L, 50L, 70L);
    } finally {
      System.clearProperty("aws.configFile");
    }
  }

  @Test
  void everyUrlIsAccepted(@TempDir Path folder) throws IOException, SQLException {
    final Path file =
        Files.writeString(folder.resolve("config"), "[profile dev]\n[profile prod]\n");
    final Set<String> urls = new TreeSet<>();
    for (Page page : Pages.all()) {
      page.find(URL).map(MatchResult::group).forEach(urls::add);
    }
    urls.removeIf(url -> NO_URL.matcher(url).lookingAt());
    System.setProperty("aws.configFile", file.toString());
    try {
      for (String url : urls) {
        try (Connection connection = DriverManager.getConnection(url)) {
          assertThat(connection.isValid(1)).as(url).isTrue();
        }
      }
    } finally {
      System.clearProperty("aws.configFile");
    }
    assertThat(urls).hasSizeGreaterThan(10);
  }

  /** Roles and hosts are tested beside those who give them; here, that their URLs are accepted. */
  @Test
  void urlsForAwsUsersWork(@TempDir Path folder) throws IOException, SQLException {
    final List<String> urls =
        Pages.part("aws").lines().filter(line -> line.startsWith("jdbc")).toList();
    final Path file =
        Files.writeString(
            folder.resolve("config"),
            """
            [profile dev]
            region = us-east-1
            aws_access_key_id = %s
            aws_secret_access_key = %s
            """
                .formatted(
                    BedrockEmulator.DEMO_ACCESS_KEY_ID, BedrockEmulator.DEMO_SECRET_ACCESS_KEY));
    System.setProperty("aws.configFile", file.toString());
    System.setProperty("aws.profile", "dev");
    int run = 0;
    try (BedrockEmulator emulator = BedrockEmulator.builder().jobs(JobFixture.of(4, 1)).start()) {
      for (String url : urls) {
        final boolean isElsewhere = url.matches(".*(roleArn|fips|endpoint)=.*");
        try (Connection connection =
            DriverManager.getConnection(
                isElsewhere ? url : url + ";endpoint=" + emulator.endpoint())) {
          assertThat(connection.isValid(1)).isTrue();
          if (!isElsewhere) {
            assertThat(DocsTest.count(connection)).isEqualTo(4);
            run++;
          }
        }
      }
    } finally {
      System.clearProperty("aws.configFile");
      System.clearProperty("aws.profile");
    }
    assertThat(run).isEqualTo(2);
    assertThat(urls).hasSize(5);
  }
}
