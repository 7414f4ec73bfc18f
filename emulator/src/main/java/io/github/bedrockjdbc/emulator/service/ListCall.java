package io.github.bedrockjdbc.emulator.service;

import io.github.bedrockjdbc.emulator.data.JobStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A list request that passed the checks.
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
  /** The same call as a service reads it that knows nothing of some parameters. */
  ListCall without(Set<String> ignored) {
    return new ListCall(
        ignored.contains("submitTimeAfter") ? Optional.empty() : after,
        ignored.contains("submitTimeBefore") ? Optional.empty() : before,
        ignored.contains("statusEquals") ? Optional.empty() : status,
        ignored.contains("nameContains") ? Optional.empty() : name,
        ignored.contains("maxResults") ? OptionalInt.empty() : maxResults,
        token,
        ascending && !ignored.contains("sortBy") && !ignored.contains("sortOrder"),
        others);
  }
}
