package io.github.bedrockjdbc.emulator.data;

import java.util.List;
import java.util.Optional;

/** The ten states of a job, in the order of its life. Source: API model. */
public enum JobStatus {
  SUBMITTED("Submitted"),
  VALIDATING("Validating"),
  SCHEDULED("Scheduled"),
  IN_PROGRESS("InProgress"),
  STOPPING("Stopping"),
  COMPLETED("Completed"),
  PARTIALLY_COMPLETED("PartiallyCompleted"),
  FAILED("Failed"),
  STOPPED("Stopped"),
  EXPIRED("Expired");

  public static final List<JobStatus> ALL = List.of(values());

  private final String wire;

  JobStatus(String wire) {
    this.wire = wire;
  }

  /** The name in requests and answers. */
  public String wire() {
    return wire;
  }

  /** True if a job never leaves this state. */
  public boolean isFinal() {
    return compareTo(COMPLETED) >= 0;
  }

  /** Empty if the service's model does not know the name; that includes null. */
  public static Optional<JobStatus> of(String wire) {
    for (final JobStatus status : ALL) {
      if (status.wire.equals(wire)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
