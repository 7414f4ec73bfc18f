package io.github.bedrockjdbc.emulator.service;

import io.github.bedrockjdbc.emulator.data.FixtureNames;
import io.github.bedrockjdbc.emulator.data.JobStatus;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import io.github.bedrockjdbc.emulator.query.Given;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A list request that keeps the service's rules. Source: API model.
 *
 * @param others all parameters but the token, in one text; a token is good for these alone
 */
record ListCall(
    Optional<Instant> after,
    Optional<Instant> before,
    Optional<JobStatus> status,
    Optional<String> name,
    OptionalInt maxResults,
    Optional<String> token,
    boolean ascending,
    String others) {
  private static final String AFTER = "submitTimeAfter";
  private static final String BEFORE = "submitTimeBefore";
  private static final String STATUS = "statusEquals";
  private static final String NAME = "nameContains";
  private static final String MAX_RESULTS = "maxResults";
  private static final String SORT_BY = "sortBy";
  private static final String SORT_ORDER = "sortOrder";

  static final List<String> PARAMETERS =
      List.of(MAX_RESULTS, NAME, Given.TOKEN, SORT_BY, SORT_ORDER, STATUS, AFTER, BEFORE);

  static final String NAME_PATTERN = "[a-zA-Z0-9]{1,63}(-*[a-zA-Z0-9\\+\\-\\.]){0,63}";

  /** The same names as {@link #NAME_PATTERN}, which takes for ever to refuse a run of hyphens. */
  private static final Pattern QUICK_NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9+.-]*");

  /**
   * Reads a request.
   *
   * @throws ServiceError naming every value that breaks a rule
   */
  static ListCall of(HttpRequest request) {
    final Given given = Given.of(request, PARAMETERS);
    final Optional<Instant> after = given.time(AFTER);
    final Optional<Instant> before = given.time(BEFORE);
    given.oneOf(STATUS, JobStatus.ALL.stream().map(JobStatus::wire).toList());
    given.length(NAME, FixtureNames.LONGEST);
    given.pattern(NAME, QUICK_NAME, NAME_PATTERN);
    final OptionalInt maxResults = given.number(MAX_RESULTS, 1, 1000);
    given.token();
    given.oneOf(SORT_BY, List.of("CreationTime"));
    given.oneOf(SORT_ORDER, List.of("Ascending", "Descending"));
    given.throwViolations();
    return new ListCall(
        after,
        before,
        given.text(STATUS).flatMap(JobStatus::of),
        given.text(NAME),
        maxResults,
        given.text(Given.TOKEN),
        given.text(SORT_ORDER).equals(Optional.of("Ascending")),
        given.others());
  }

  /** The same call as a service reads it that knows nothing of some parameters. */
  ListCall without(Set<String> ignored) {
    return new ListCall(
        ignored.contains(AFTER) ? Optional.empty() : after,
        ignored.contains(BEFORE) ? Optional.empty() : before,
        ignored.contains(STATUS) ? Optional.empty() : status,
        ignored.contains(NAME) ? Optional.empty() : name,
        ignored.contains(MAX_RESULTS) ? OptionalInt.empty() : maxResults,
        token,
        ascending && !ignored.contains(SORT_BY) && !ignored.contains(SORT_ORDER),
        others);
  }
}
