package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Counters;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.S3Input;
import io.github.bedrockjdbc.emulator.data.S3Output;
import java.time.Instant;
import java.util.List;

/** Six jobs that can be known by heart. */
final class KnownJobs {
  private static final List<Job> ALL =
      List.of(
          job(1, "job-a", "Failed", "2026-03-08T04:59:59.999Z", "2026-03-08T06:00:00Z", 100, 24),
          job(2, "job-b", "Failed", "2026-03-08T05:00:00Z", "2026-03-08T05:01:30Z", 200, 24),
          job(
              3,
              "job!_1",
              "Completed",
              "2026-03-08T15:30:00.123Z",
              "2026-03-09T15:30:00.123Z",
              301,
              48),
          job(4, "Alpha_1", "Stopped", "2026-03-09T00:00:00Z", "2026-03-09T00:00:01Z", 0, 24),
          job(5, "beta", "InProgress", "2026-05-20T12:00:00Z", null, 1000, 72),
          job(6, "later", "Completed", "2099-01-01T00:00:00Z", "2099-01-02T00:00:00Z", 1, 24));

  private KnownJobs() {}

  static BedrockEmulator emulator() {
    return BedrockEmulator.builder().jobs(ALL).start();
  }

  private static Job job(
      int number,
      String name,
      String status,
      String submitted,
      String ended,
      long total,
      int hours) {
    final Instant end = ended == null ? null : Instant.parse(ended);
    final Instant submit = Instant.parse(submitted);
    return Job.builder()
        .jobArn("arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/job00000000" + number)
        .jobName(name)
        .modelId("amazon.nova-lite-v1:0")
        .roleArn("arn:aws:iam::123456789012:role/batch")
        .status(status)
        .message(status.equals("Failed") ? "it's" : null)
        .submitTime(submit)
        .lastModifiedTime(end == null ? submit : end)
        .endTime(end)
        .input(new S3Input("s3://in/x.jsonl", "JSONL", null))
        .output(new S3Output("s3://out/", null, null))
        .timeoutDurationInHours(hours)
        .jobExpirationTime(submit.plusSeconds(3600L * hours))
        .modelInvocationType("InvokeModel")
        .counters(new Counters(total, total, total, status.equals("Failed") ? 2L : 0L))
        .build();
  }
}
