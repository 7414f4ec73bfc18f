package io.github.bedrockjdbc.examples;

import static java.util.stream.Collectors.joining;

import io.github.bedrockjdbc.examples.output.Border;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code \pset} sets, under the names that psql has for it. */
enum Setting {
  BORDER("0", "1", "2") {
    @Override
    String value(Results results) {
      return results.look().border().number();
    }

    @Override
    void set(Results results, String value) {
      results.choose(results.look().withBorder(Border.numbered(value)));
    }
  },
  EXPANDED("on", "off", "auto") {
    @Override
    String value(Results results) {
      return switch (results.format()) {
        case VERTICAL -> "on";
        case AUTO -> "auto";
        default -> "off";
      };
    }

    @Override
    void set(Results results, String value) {
      results.choose(
          switch (value) {
            case "on" -> Format.VERTICAL;
            case "auto" -> Format.AUTO;
            default -> Format.TABLE;
          });
    }
  },
  FORMAT(Arrays.stream(Format.values()).map(Format::toString).toArray(String[]::new)) {
    @Override
    String value(Results results) {
      return results.format().toString();
    }

    @Override
    void set(Results results, String value) {
      results.choose(Format.named(value).orElseThrow());
    }
  },
  NULL {
    @Override
    String value(Results results) {
      return results.look().nulls().map(text -> "'" + text + "'").orElse("that of the format");
    }

    @Override
    void set(Results results, String value) {
      results.choose(results.look().withNulls(value));
    }
  },
  TUPLES_ONLY("on", "off") {
    @Override
    String value(Results results) {
      return results.look().areRowsAlone() ? "on" : "off";
    }

    @Override
    void set(Results results, String value) {
      results.choose(results.look().withRowsAlone(value.equals("on")));
    }
  };

  @SuppressWarnings("ImmutableEnumChecker") // a list that nothing can be added to
  private final List<String> accepted;

  Setting(String... accepted) {
    this.accepted = List.of(accepted);
  }

  abstract String value(Results results);

  /**
   * @param value one of those that are accepted, if there are any
   */
  abstract void set(Results results, String value);

  /** Those that it takes; none if it takes any text. */
  List<String> accepted() {
    return accepted;
  }

  /** As it takes it; empty if it does not. */
  Optional<String> accepted(String value) {
    return accepted.isEmpty()
        ? Optional.of(value)
        : accepted.stream().filter(value::equalsIgnoreCase).findAny();
  }

  /** What it is after it was named without a value; empty if that only shows it. */
  Optional<String> other(Results results) {
    return accepted.containsAll(List.of("on", "off"))
        ? Optional.of(value(results).equals("on") ? "off" : "on")
        : Optional.empty();
  }

  static Optional<Setting> named(String name) {
    return Arrays.stream(values())
        .filter(setting -> setting.toString().equalsIgnoreCase(name))
        .findAny();
  }

  static String names() {
    return Stream.of(values()).map(Setting::toString).collect(joining(", "));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
