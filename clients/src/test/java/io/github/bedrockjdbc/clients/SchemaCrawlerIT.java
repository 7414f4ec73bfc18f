package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SchemaCrawler reads all metadata that JDBC has. */
class SchemaCrawlerIT {
  @TempDir private Path folder;

  @Test
  void crawlsEverythingAndFindsTheTable() throws Exception {
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      final Program crawler =
          Program.run(
              folder,
              List.of("schemacrawler", "config-", "picocli-", "slf4j-api", "slf4j-jdk14"),
              List.of(
                  "schemacrawler.Main",
                  "--url",
                  emulator.jdbcUrl(),
                  "--user",
                  BedrockEmulator.DEMO_ACCESS_KEY_ID,
                  "--password",
                  BedrockEmulator.DEMO_SECRET_ACCESS_KEY,
                  "--info-level=maximum",
                  "--command=schema",
                  "--log-level=INFO"));

      assertThat(crawler.status()).as(crawler.errors()).isZero();
      assertThat(crawler.errors()).contains("INFO").doesNotContain("SEVERE");
      assertThat(crawler.out())
          .containsPattern("(?m)^ +job_id +VARCHAR\\(65535\\) NOT NULL")
          .containsPattern("(?m)^ +submit_time +TIMESTAMP NOT NULL")
          .containsPattern("(?m)^ +total_records +BIGINT *$")
          .contains("Primary Key", "jobs_pk")
          .doesNotContain("CHARACTER SET", "metadata", "NOT NULL NOT NULL");
      assertThat(emulator.log().requests()).isEmpty();
    }
  }
}
