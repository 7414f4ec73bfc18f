package io.github.bedrockjdbc.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What is wrong on the command line is said before anything is started. */
class ExportJobsTest {
  private final StringWriter errors = new StringWriter();

  private int run(String... arguments) {
    final CommandLine line = ExportJobs.commandLine();
    line.setErr(new PrintWriter(errors));
    return line.execute(arguments);
  }

  @ParameterizedTest
  @CsvSource({
    "--from 2026-10-01, --from",
    "--from 2026-10-02T00:00:00Z --to 2026-10-01T00:00:00Z, --from has to be before --to",
    "--partitions 0, '--partitions takes 1 or more, not 0'",
    "--partitions many, --partitions",
    "--url jdbc:postgresql:x, --url begins with jdbc:bedrock:",
  })
  void valuesThatAreNoneAreNamed(String options, String message) {
    final String[] more = options.split(" ", -1);
    final String[] url =
        options.contains("--url") ? new String[0] : new String[] {"--url=jdbc:bedrock:"};
    final String[] all =
        Stream.of(url, more, new String[] {"--output=x"})
            .flatMap(Stream::of)
            .toArray(String[]::new);
    assertThat(run(all)).isEqualTo(2);
    assertThat(errors.toString()).contains(message);
  }

  @Test
  void theOutputIsNeeded() {
    assertThat(run("--url", "jdbc:bedrock:")).isEqualTo(2);
    assertThat(errors.toString()).contains("--output");
  }
}
