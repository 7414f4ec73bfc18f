package io.github.bedrockjdbc.adapter.api;

import java.util.Arrays;
import java.util.Optional;

/**
 * The states of a job that the service can be asked for, in the order in which a job passes through
 * them (API model: {@code ModelInvocationJobStatus}). Answers may hold others.
 */
public enum JobStatus {
  SUBMITTED("Submitted", false),
  VALIDATING("Validating", false),
  SCHEDULED("Scheduled", false),
  IN_PROGRESS("InProgress", false),
  STOPPING("Stopping", false),
  COMPLETED("Completed", true),
  PARTIALLY_COMPLETED("PartiallyCompleted", true),
  FAILED("Failed", true),
  STOPPED("Stopped", true),
  EXPIRED("Expired", true);

  private final String wireName;
  private final boolean isFinal;

  JobStatus(String wireName, boolean isFinal) {
    this.wireName = wireName;
    this.isFinal = isFinal;
  }

  /** The service's spelling, which is also the value of the column. */
  public String wireName() {
    return wireName;
  }

  /** Whether a job stays in this state for ever. */
  public boolean isFinal() {
    return isFinal;
  }

  /** The state of that exact spelling; empty for any other text. */
  public static Optional<JobStatus> ofWireName(String name) {
    return Arrays.stream(values()).filter(status -> status.wireName.equals(name)).findFirst();
  }
}
