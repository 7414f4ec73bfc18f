package io.github.bedrockjdbc.emulator.data;

import java.util.List;
import java.util.SplittableRandom;

/** What the service says of a job that did not go well. */
final class FixtureMessages {
  /** {@code %1$s} input, {@code %2$s} role, {@code %3$s} model, {@code %4$d} a number. */
  private static final List<String> EARLY =
      List.of(
          "Provided S3 input has %4$d records which is below the minimum 100 records required"
              + " for a batch inference job.",
          "Insufficient permissions to read S3 input '%1$s' with role %2$s.",
          "Access denied when calling Bedrock with model %3$s. Check the model access of your"
              + " account, then submit the job again.",
          "Input file %1$s is malformed: line %4$d is not valid JSON"
              + " (expected \"recordId\" and \"modelInput\").",
          "The ciphertext refers to a customer master key that does not exist, does not exist in"
              + " this region, or you are not allowed to access (Service: Kms, Status Code: 400).",
          "The maximum number of records per batch inference job was exceeded: limit 50000,"
              + " found 5%4$04d.",
          "Input validation failed, see the details below:\n  line %4$d: field 'max_tokens' is"
              + " required\n  line 2%4$d: field 'messages' is empty, or null",
          "Duplicate recordId \"REC-%4$05d\" in %1$s",
          "Die Datei %1$s enthält ungültige Zeichen: „naïve café“, 日本語, \uD83D\uDE00");

  private static final List<String> LATE =
      List.of(
          "Insufficient permissions to write to the S3 output location with role %2$s.",
          "An internal error occurred while processing %4$d records. Please try again later.",
          "Model %3$s has reached its end of life; %4$d records were not processed.");

  private FixtureMessages() {}

  /** Null where the service has nothing to say, also for a few failed jobs. */
  static String of(Job job, JobStatus status, boolean early, SplittableRandom random) {
    final int number = random.nextInt(1, 100);
    return switch (status) {
      case FAILED ->
          random.nextInt(50) == 0 ? null : pick(early ? EARLY : LATE, random, job, number);
      case PARTIALLY_COMPLETED ->
          "Job timed out after %d hours; results of the processed records are in the output."
              .formatted(job.timeoutDurationInHours());
      case EXPIRED -> "Job did not begin before its timeout; consider a longer timeout.";
      default -> null;
    };
  }

  private static String pick(List<String> texts, SplittableRandom random, Job job, int number) {
    return texts
        .get(random.nextInt(texts.size()))
        .formatted(job.input().uri(), job.roleArn(), job.modelId(), number);
  }
}
