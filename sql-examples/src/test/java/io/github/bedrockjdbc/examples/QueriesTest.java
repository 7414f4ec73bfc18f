package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueriesTest {
  @ParameterizedTest
  @MethodSource("files")
  void everyQueryHasAnAnswerAndSaysToWhat(Path file) throws IOException {
    assertThat(Files.readAllLines(file).get(0)).matches("-- [A-Z].*\\?.*");
    final Run run = Run.of("--format", "csv", "-f", file.toString());
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out().lines()).hasSizeGreaterThan(1);
  }

  @Test
  void lastFailuresReadNoMoreMessagesThanTheyShow() {
    final Run run = Run.of("-f", Queries.FOLDER.resolve("failed-jobs.sql").toString());
    assertThat(run.out()).endsWith("(20 rows)\n");
    assertThat(run.err().lines()).hasSize(1); // no warning beside the notice
  }

  static Stream<Path> files() throws IOException {
    return Queries.files().stream();
  }
}
