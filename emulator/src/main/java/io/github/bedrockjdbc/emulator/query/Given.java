package io.github.bedrockjdbc.emulator.query;

import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a request gives, checked rule by rule; what breaks them is collected and said at once. Not
 * for many threads.
 */
public final class Given {
  public static final String TOKEN = "nextToken";

  private static final Pattern TIME =
      Pattern.compile(
          "(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

  private final Map<String, String> values;
  private final List<String> violations = new ArrayList<>();

  public Given(Map<String, String> values) {
    this.values = values;
  }

  /**
   * The parameters of a query.
   *
   * @throws ServiceError if one is not known, or was given twice
   */
  public static Given of(HttpRequest request, List<String> known) {
    final Map<String, String> values = new TreeMap<>();
    for (final Map.Entry<String, String> each : request.parameters()) {
      if (!known.contains(each.getKey())) {
        throw ServiceError.validation("Unknown parameter '" + each.getKey() + "'");
      }
      if (values.putIfAbsent(each.getKey(), each.getValue()) != null) {
        throw ServiceError.validation("Parameter '" + each.getKey() + "' was given twice");
      }
    }
    return new Given(values);
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public Optional<Instant> time(String name) {
    final Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (TIME.matcher(text.get()).matches()) {
        return text.map(Instant::parse);
      }
    } catch (DateTimeException e) {
      // A day that the calendar does not have: refused like any other text.
    }
    violate(name, "Member must be a timestamp in ISO 8601 format");
    return Optional.empty();
  }

  public OptionalInt number(String name, int least, int most) {
    final Optional<String> text = text(name);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!text.get().matches("-?[0-9]{1,9}")) {
      violate(name, "Member must be an integer");
      return OptionalInt.empty();
    }
    final int number = Integer.parseInt(text.get());
    if (number < least) {
      violate(name, "Member must have value greater than or equal to " + least);
    } else if (number > most) {
      violate(name, "Member must have value less than or equal to " + most);
    }
    return OptionalInt.of(number);
  }

  public void oneOf(String name, List<String> allowed) {
    if (text(name).filter(value -> !allowed.contains(value)).isPresent()) {
      violate(name, "Member must satisfy enum value set: " + allowed);
    }
  }

  public void length(String name, int most) {
    final int length = text(name).map(String::length).orElse(1);
    if (length < 1) {
      violate(name, "Member must have length greater than or equal to 1");
    } else if (length > most) {
      violate(name, "Member must have length less than or equal to " + most);
    }
  }

  public void pattern(String name, Pattern pattern, String shown) {
    if (text(name).filter(value -> !pattern.matcher(value).matches()).isPresent()) {
      violate(name, "Member must satisfy regular expression pattern: " + shown);
    }
  }

  /** Checks a page's token. */
  public void token() {
    length(TOKEN, 2048);
    pattern(TOKEN, Pattern.compile("\\S*"), "\\S*");
  }

  /** All parameters but the token, in one text; a token is good for these alone. */
  public String others() {
    final Map<String, String> others = new TreeMap<>(values);
    others.remove(TOKEN);
    return others.toString();
  }

  /**
   * Where the walk of a token goes on.
   *
   * @throws ServiceError if it is not a token for that
   */
  public static Tokens.Position opened(String token, Caller caller, String others) {
    return Tokens.open(token, caller, others)
        .orElseThrow(() -> ServiceError.validation("The provided nextToken is invalid."));
  }

  private void violate(String name, String constraint) {
    violations.add(
        "Value '%s' at '%s' failed to satisfy constraint: %s"
            .formatted(values.get(name), name, constraint));
  }

  /**
   * Ends the checks.
   *
   * @throws ServiceError naming every value that breaks a rule
   */
  public void throwViolations() {
    if (!violations.isEmpty()) {
      throw ServiceError.validation(
          "%d validation error%s detected: %s"
              .formatted(
                  violations.size(),
                  violations.size() == 1 ? "" : "s",
                  String.join("; ", violations)));
    }
  }
}
