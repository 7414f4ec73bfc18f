package io.github.bedrockjdbc.emulator;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The options of the command line; each value is checked when it is asked for. */
record Options(Map<String, String> values) {
  private static final Set<String> NAMES =
      Set.of(
          "port",
          "jobs",
          "seed",
          "account",
          "region",
          "refuse",
          "as-of",
          "load",
          "profiles",
          "tls",
          "page-cap",
          "latency",
          "rate");

  Options {
    values = Map.copyOf(values);
  }

  static Options of(List<String> arguments) {
    final Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      final String name = arguments.get(i).replaceFirst("^--", "");
      if (!arguments.get(i).startsWith("--") || !NAMES.contains(name)) {
        throw new IllegalArgumentException("unknown argument " + arguments.get(i) + "; see --help");
      }
      if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException("--" + name + " takes a value; see --help");
      }
      if (values.put(name, arguments.get(i + 1)) != null) {
        throw new IllegalArgumentException("--" + name + " was given twice");
      }
    }
    return new Options(values);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Optional<Path> file(String name) {
    return Optional.ofNullable(values.get(name)).map(Path::of);
  }

  /** Empty where time goes by. */
  Optional<Instant> asOf() {
    return Optional.ofNullable(values.get("as-of")).map(Options::time);
  }

  /** The parts of a list, each of which looks like that. */
  List<String> list(String name, String standard, String pattern, String meaning) {
    final List<String> parts =
        Arrays.stream(values.getOrDefault(name, standard).split(",", -1)).distinct().toList();
    for (final String part : parts) {
      if (!part.matches(pattern)) {
        throw new IllegalArgumentException(
            "--" + name + " takes " + meaning + ", not '" + part + "'");
      }
    }
    return parts;
  }

  int number(String name, int standard, int most) {
    final String text = values.getOrDefault(name, Integer.toString(standard));
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > most) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "--%s takes a number up to %d, not '%s'", name, most, text));
    }
    return Integer.parseInt(text);
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--as-of takes a time in UTC, such as 2026-11-01T00:00:00Z, not '" + text + "'", e);
    }
  }
}
