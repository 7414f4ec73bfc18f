package io.github.bedrockjdbc.examples;

import static java.util.stream.Collectors.joining;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What commands print on the emulator's accounts and regions; each part follows its command. */
final class EmulatorParts {
  private static final String AS_OF = "2026-11-01T00:00:00Z";
  private static final Pattern COMMAND =
      Pattern.compile("```sh\nsql-examples/jobs ([^\n]+)\n```\n\n<!-- (emulator-[a-z-]+) -->");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern PLACE = Pattern.compile("(?m)^  \\w+ +\\d{12} .*$");

  private EmulatorParts() {}

  static Map<String, String> all() throws IOException {
    final Map<String, String> parts = new LinkedHashMap<>();
    final Path folder = Files.createTempDirectory("emulator");
    final Path profiles = folder.resolve("config");
    final StringBuilder welcome = new StringBuilder();
    final BedrockEmulator emulator = start(welcome, profiles);
    try {
      System.setProperty("aws.configFile", profiles.toString());
      for (final Page page : Pages.all()) {
        for (final MatchResult command : page.find(COMMAND).toList()) {
          parts.put(command.group(2), Page.block("", printed(words(command.group(1)))));
        }
      }
      parts.put(
          "emulator-places",
          Page.block(
              "", PLACE.matcher(welcome).results().map(MatchResult::group).collect(joining("\n"))));
    } finally {
      System.clearProperty("aws.configFile");
      emulator.close();
      Files.delete(profiles);
      Files.delete(folder);
    }
    return parts;
  }

  static BedrockEmulator start(Appendable welcome, Path profiles, String... more) {
    final List<String> options =
        List.of("--port", "0", "--as-of", AS_OF, "--profiles", profiles.toString());
    return BedrockEmulator.start(
        welcome, Stream.concat(options.stream(), Stream.of(more)).toArray(String[]::new));
  }

  /** Rows, then what stands beside them; only the ids of requests differ from run to run. */
  private static String printed(String... arguments) {
    final Run run = Run.of(arguments);
    return (run.out() + run.err()).replaceAll("request id [0-9a-f-]+", "request id …");
  }

  private static String[] words(String command) {
    return WORD.matcher(command)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .toArray(String[]::new);
  }
}
