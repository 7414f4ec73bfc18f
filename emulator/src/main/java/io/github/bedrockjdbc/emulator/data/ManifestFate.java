package io.github.bedrockjdbc.emulator.data;

/** What becomes of the request for a job's manifest. */
public enum ManifestFate {
  /** It is there, with tokens unless every record failed. */
  READABLE,
  /** It is there, with fields that nobody has heard of. */
  UNKNOWN_FIELDS,
  /** It is there, but has no token fields. */
  WITHOUT_TOKENS,
  /** It is there, but counts are not all numbers. */
  WRONG_SHAPE,
  /** It is there, but is not JSON. */
  NOT_JSON,
  /** It is there, and empty. */
  EMPTY,
  /** There is none. */
  MISSING,
  /** The caller lacks {@code s3:GetObject} on it. */
  DENIED,
  /** The caller lacks {@code kms:Decrypt} on its key. */
  KMS_DENIED,
  /** Its key is disabled. */
  KMS_DISABLED,
  /** Its key is about to be deleted. */
  KMS_PENDING_DELETION;

  /** Believable: decided by the job alone. Most jobs that processed records have a manifest. */
  public static ManifestFate of(Job job) {
    final boolean ended = JobStatus.of(job.status()).map(JobStatus::isFinal).orElse(false);
    if (!ended || job.output().uri() == null || Manifest.of(job).counters().processed() == 0) {
      return MISSING;
    }
    // Spread by other bits than those that decide on the job's life.
    final int chance = (int) Math.floorMod((job.arn().key() * 0x9e3779b97f4a7c15L) >>> 20, 100L);
    if (job.status().equals(JobStatus.FAILED.wire())) {
      return chance < 30 ? READABLE : MISSING;
    }
    final boolean keyed = job.output().kmsKeyId() != null;
    if (keyed && chance >= 80) {
      return chance < 93 ? KMS_DENIED : chance < 98 ? KMS_DISABLED : KMS_PENDING_DELETION;
    }
    return switch (chance) {
      case 0, 1 -> MISSING;
      case 2 -> DENIED;
      case 3 -> WITHOUT_TOKENS;
      case 4, 5, 6 -> UNKNOWN_FIELDS;
      default -> READABLE;
    };
  }
}
