package io.github.bedrockjdbc.emulator.service;

import io.github.bedrockjdbc.emulator.data.FixtureNames;
import io.github.bedrockjdbc.emulator.data.JobArn;
import io.github.bedrockjdbc.emulator.data.JobStatus;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.http.Percent;
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

/** The service's rules for what a request may carry. Source: API model. */
final class Parameters {
  private static final String NAME = "nameContains";
  private static final String TOKEN = "nextToken";
  static final List<String> LIST_NAMES =
      List.of(
          "maxResults",
          NAME,
          TOKEN,
          "sortBy",
          "sortOrder",
          "statusEquals",
          "submitTimeAfter",
          "submitTimeBefore");

  private static final Pattern TIME =
      Pattern.compile(
          "(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");
  static final String NAME_PATTERN = "[a-zA-Z0-9]{1,63}(-*[a-zA-Z0-9\\+\\-\\.]){0,63}";

  /** The same names as {@link #NAME_PATTERN}, which takes for ever to refuse a run of hyphens. */
  private static final Pattern QUICK_NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9+.-]*");

  static final String IDENTIFIER =
      "((arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-invocation-job/)?[a-z0-9]{12})";

  private final Map<String, String> values;
  private final List<String> violations = new ArrayList<>();

  private Parameters(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads a list request.
   *
   * @throws ServiceError naming every value that breaks a rule
   */
  static ListCall list(HttpRequest request) {
    final Parameters given = new Parameters(once(request, LIST_NAMES));
    final Optional<Instant> after = given.time("submitTimeAfter");
    final Optional<Instant> before = given.time("submitTimeBefore");
    given.oneOf("statusEquals", JobStatus.ALL.stream().map(JobStatus::wire).toList());
    given.length(NAME, FixtureNames.LONGEST);
    given.pattern(NAME, QUICK_NAME, NAME_PATTERN);
    final OptionalInt maxResults = given.number("maxResults", 1, 1000);
    given.length(TOKEN, 2048);
    given.pattern(TOKEN, Pattern.compile("\\S*"), "\\S*");
    given.oneOf("sortBy", List.of("CreationTime"));
    given.oneOf("sortOrder", List.of("Ascending", "Descending"));
    given.throwViolations();
    final Map<String, String> others = new TreeMap<>(given.values);
    others.remove(TOKEN);
    return new ListCall(
        after,
        before,
        given.text("statusEquals").flatMap(JobStatus::of),
        given.text(NAME),
        maxResults,
        given.text(TOKEN),
        given.text("sortOrder").equals(Optional.of("Ascending")),
        others.toString());
  }

  /**
   * Reads a detail's identifier, an ARN.
   *
   * @throws ServiceError if it is not the ARN of a job
   */
  static String identifier(HttpRequest request) {
    once(request, List.of());
    final String text = Percent.decode(request.rawPath().substring(Operation.GET_PATH.length()));
    final Parameters given = new Parameters(Map.of("jobIdentifier", text));
    given.pattern("jobIdentifier", Pattern.compile(IDENTIFIER), IDENTIFIER);
    given.throwViolations();
    // The model allows the bare id, the service does not.
    if (JobArn.of(text).isEmpty()) {
      throw ServiceError.validation("The provided ARN is invalid: " + text);
    }
    return text;
  }

  private static Map<String, String> once(HttpRequest request, List<String> known) {
    final Map<String, String> values = new TreeMap<>();
    for (final Map.Entry<String, String> each : request.parameters()) {
      if (!known.contains(each.getKey())) {
        throw ServiceError.validation("Unknown parameter '" + each.getKey() + "'");
      }
      if (values.putIfAbsent(each.getKey(), each.getValue()) != null) {
        throw ServiceError.validation("Parameter '" + each.getKey() + "' was given twice");
      }
    }
    return values;
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private Optional<Instant> time(String name) {
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

  private OptionalInt number(String name, int least, int most) {
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

  private void oneOf(String name, List<String> allowed) {
    if (text(name).filter(value -> !allowed.contains(value)).isPresent()) {
      violate(name, "Member must satisfy enum value set: " + allowed);
    }
  }

  private void length(String name, int most) {
    final int length = text(name).map(String::length).orElse(1);
    if (length < 1) {
      violate(name, "Member must have length greater than or equal to 1");
    } else if (length > most) {
      violate(name, "Member must have length less than or equal to " + most);
    }
  }

  private void pattern(String name, Pattern pattern, String shown) {
    if (text(name).filter(value -> !pattern.matcher(value).matches()).isPresent()) {
      violate(name, "Member must satisfy regular expression pattern: " + shown);
    }
  }

  private void violate(String name, String constraint) {
    violations.add(
        "Value '%s' at '%s' failed to satisfy constraint: %s"
            .formatted(values.get(name), name, constraint));
  }

  private void throwViolations() {
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
