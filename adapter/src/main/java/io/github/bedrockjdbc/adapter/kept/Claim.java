package io.github.bedrockjdbc.adapter.kept;

import java.util.Optional;

/** Either rows, or leave to read them; neither where there is no room to keep them. */
public record Claim(Optional<KeptJobs> jobs, Optional<Reading> reading) {
  static final Claim NONE = new Claim(Optional.empty(), Optional.empty());

  /** Rows. */
  public static Claim of(KeptJobs jobs) {
    return new Claim(Optional.of(jobs), Optional.empty());
  }

  static Claim of(Reading reading) {
    return new Claim(Optional.empty(), Optional.of(reading));
  }
}
