package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The scripts say what they expect: the rows and the requests. With {@code -Dscripts.update=true}
 * what comes is written into them instead; read the difference before you keep it.
 */
class ScriptsTest {
  private static final Path FOLDER = Project.ROOT.resolve("sql-examples/scripts");
  private static final boolean UPDATE = Boolean.getBoolean("scripts.update");

  @ParameterizedTest
  @MethodSource("scripts")
  void rowsAndRequestsAreAsWritten(Path script) throws IOException, SQLException {
    final List<String> lines = new ArrayList<>();
    final SoftAssertions differences = new SoftAssertions();
    try (ScriptRun run = new ScriptRun()) {
      for (final ScriptPart part : ScriptPart.read(Files.readAllLines(script))) {
        if (!part.hasStatement()) {
          lines.addAll(part.lines());
          continue;
        }
        final List<String> actual = run.run(part);
        lines.addAll(part.withExpected(actual).lines());
        differences
            .assertThat(String.join("\n", actual))
            .as("%s%n%s", script.getFileName(), part.statement())
            .isEqualTo(String.join("\n", part.expected()));
      }
    }
    if (UPDATE) {
      Files.write(script, lines);
    } else {
      differences.assertAll();
    }
  }

  @Test
  void partsTogetherAreTheScript() {
    final List<String> lines =
        """
        # Two lines of SQL

        !set pageSize=50
        SELECT 1
        FROM jobs;
        ?column?
        1
        !requests
        none

        # No rows are shown, only counted
        SELECT 2;
        !rows 1
        !requests
        none

        # The end\
        """
            .lines()
            .toList();

    final List<ScriptPart> parts = ScriptPart.read(lines);

    assertThat(parts.stream().flatMap(part -> part.lines().stream()))
        .containsExactlyElementsOf(lines);
    assertThat(parts).extracting(ScriptPart::hasStatement).containsExactly(true, true, false);
    assertThat(parts).extracting(ScriptPart::countsRowsOnly).containsExactly(false, true, false);
    assertThat(parts.get(0).statement()).isEqualTo("SELECT 1\nFROM jobs");
    assertThat(parts.get(0).commands()).containsExactly("set pageSize=50");
  }

  @Test
  void valuesToBindAreWrittenAsInSql() {
    assertThat(ScriptValues.of("'a, it''s', 24, 24.5, NULL, TIMESTAMP '2026-01-02 03:04:05'"))
        .containsExactly(
            "a, it's", 24L, new BigDecimal("24.5"), null, Timestamp.valueOf("2026-01-02 03:04:05"));
  }

  static Stream<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".iq")).sorted().toList().stream();
    }
  }
}
