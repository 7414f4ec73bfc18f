package io.github.bedrockjdbc.emulator.service;

import io.github.bedrockjdbc.emulator.data.FixtureNames;
import io.github.bedrockjdbc.emulator.data.JobArn;
import io.github.bedrockjdbc.emulator.data.JobStatus;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.http.Percent;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import io.github.bedrockjdbc.emulator.query.Given;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The service's rules for what a request for jobs may carry. Source: API model. */
final class Parameters {
  private static final String NAME = "nameContains";
  static final List<String> LIST_NAMES =
      List.of(
          "maxResults",
          NAME,
          Given.TOKEN,
          "sortBy",
          "sortOrder",
          "statusEquals",
          "submitTimeAfter",
          "submitTimeBefore");

  static final String NAME_PATTERN = "[a-zA-Z0-9]{1,63}(-*[a-zA-Z0-9\\+\\-\\.]){0,63}";

  /** The same names as {@link #NAME_PATTERN}, which takes for ever to refuse a run of hyphens. */
  private static final Pattern QUICK_NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9+.-]*");

  static final String IDENTIFIER =
      "((arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-invocation-job/)?[a-z0-9]{12})";

  private Parameters() {}

  /**
   * Reads a list request.
   *
   * @throws ServiceError naming every value that breaks a rule
   */
  static ListCall list(HttpRequest request) {
    final Given given = Given.of(request, LIST_NAMES);
    final Optional<Instant> after = given.time("submitTimeAfter");
    final Optional<Instant> before = given.time("submitTimeBefore");
    given.oneOf("statusEquals", JobStatus.ALL.stream().map(JobStatus::wire).toList());
    given.length(NAME, FixtureNames.LONGEST);
    given.pattern(NAME, QUICK_NAME, NAME_PATTERN);
    final OptionalInt maxResults = given.number("maxResults", 1, 1000);
    given.token();
    given.oneOf("sortBy", List.of("CreationTime"));
    given.oneOf("sortOrder", List.of("Ascending", "Descending"));
    given.throwViolations();
    return new ListCall(
        after,
        before,
        given.text("statusEquals").flatMap(JobStatus::of),
        given.text(NAME),
        maxResults,
        given.text(Given.TOKEN),
        given.text("sortOrder").equals(Optional.of("Ascending")),
        given.others());
  }

  /**
   * Reads a detail's identifier, an ARN.
   *
   * @throws ServiceError if it is not the ARN of a job
   */
  static String identifier(HttpRequest request) {
    Given.of(request, List.of());
    final String text = Percent.decode(request.rawPath().substring(Operation.GET_PATH.length()));
    final Given given = new Given(Map.of("jobIdentifier", text));
    given.pattern("jobIdentifier", Pattern.compile(IDENTIFIER), IDENTIFIER);
    given.throwViolations();
    // The model allows the bare id, the service does not.
    if (JobArn.of(text).isEmpty()) {
      throw ServiceError.validation("The provided ARN is invalid: " + text);
    }
    return text;
  }
}
