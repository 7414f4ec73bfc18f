package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the emulator's page shows of throttling is one run of many: the rows and the number of calls
 * are those of a run without, and each call is one that passed in the end.
 */
class ThrottlingPageTest {
  private static final Pattern SHOWN =
      Pattern.compile(
          "sql-examples/jobs --url \"([^\"]+)\" \"([^\"]+)\" \"([^\"]+)\"\n```\n\n.+?\n```\n(.*?)```",
          Pattern.DOTALL);
  private static final Pattern CALLS = Pattern.compile("(?m)^ (\\w+) +\\| +(\\d+) \\| +(\\d+) \\|");

  @TempDir private Path folder;

  @Test
  void showsTheRowsAndCallsThatThereAre() throws Exception {
    final Page page = Pages.of("docs/emulator.md");
    final String part = page.text().substring(page.text().indexOf("## Throttling and latency"));
    final MatchResult shown = SHOWN.matcher(part).results().findFirst().orElseThrow();
    final Path profiles = folder.resolve("config");
    final BedrockEmulator emulator = EmulatorParts.start(new StringBuilder(), profiles);
    try {
      System.setProperty("aws.configFile", profiles.toString());
      final Run run = Run.of("--url", shown.group(1), shown.group(2), shown.group(3));
      assertThat(run.status()).as(run.err()).isZero();
      assertThat(first(shown.group(4))).isEqualTo(first(run.out()));
      assertThat(calls(shown.group(4))).isEqualTo(calls(run.out())).hasSize(2);
      assertThat(part)
          .contains("Of the " + calls(run.out()).values().stream().mapToInt(n -> n).sum());
    } finally {
      System.clearProperty("aws.configFile");
      emulator.close();
    }
  }

  private static String first(String results) {
    return results.substring(0, results.indexOf("\n\n"));
  }

  private static Map<String, Integer> calls(String results) {
    final Map<String, Integer> calls = new TreeMap<>();
    CALLS
        .matcher(results)
        .results()
        .forEach(row -> calls.merge(row.group(1), Integer.valueOf(row.group(3)), Integer::sum));
    return calls;
  }
}
