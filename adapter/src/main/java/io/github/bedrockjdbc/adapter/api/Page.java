package io.github.bedrockjdbc.adapter.api;

import java.util.List;
import java.util.Optional;

/**
 * One answer of {@code ListModelInvocationJobs}.
 *
 * @param rows what the reader made of each job, in the service's order; may be empty although more
 *     pages follow
 * @param nextToken where the next page begins; only its absence ends a walk
 */
public record Page<R>(List<R> rows, Optional<String> nextToken) {
  /** Copies the rows. */
  public Page {
    rows = List.copyOf(rows);
  }
}
