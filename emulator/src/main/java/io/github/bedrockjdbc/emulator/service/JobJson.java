package io.github.bedrockjdbc.emulator.service;

import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.S3Input;
import io.github.bedrockjdbc.emulator.data.S3Output;
import io.github.bedrockjdbc.emulator.data.Vpc;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A job as the service shows it, field by field in the service's order. */
final class JobJson {
  /** What {@code ListModelInvocationJobs} never tells. */
  private static final List<String> DETAILS = List.of("message", "clientRequestToken");

  private JobJson() {}

  static Map<String, Object> summary(Job job) {
    final Map<String, Object> fields = detail(job);
    fields.keySet().removeAll(DETAILS);
    return fields;
  }

  static Map<String, Object> detail(Job job) {
    final Fields fields = new Fields();
    fields.put("jobArn", job.jobArn());
    fields.put("jobName", job.jobName());
    fields.put("modelId", job.modelId());
    fields.put("clientRequestToken", job.clientRequestToken());
    fields.put("roleArn", job.roleArn());
    fields.put("status", job.status());
    fields.put("message", job.message());
    fields.put("submitTime", job.submitTime());
    fields.put("lastModifiedTime", job.lastModifiedTime());
    fields.put("endTime", job.endTime());
    fields.put("inputDataConfig", Map.of("s3InputDataConfig", input(job.input())));
    fields.put("outputDataConfig", Map.of("s3OutputDataConfig", output(job.output())));
    fields.put("vpcConfig", vpc(job.vpcConfig()));
    fields.put("timeoutDurationInHours", job.timeoutDurationInHours());
    fields.put("jobExpirationTime", job.jobExpirationTime());
    fields.put("modelInvocationType", job.modelInvocationType());
    fields.put("totalRecordCount", job.counters().total());
    fields.put("processedRecordCount", job.counters().processed());
    fields.put("successRecordCount", job.counters().success());
    fields.put("errorRecordCount", job.counters().error());
    fields.members.putAll(job.recorded());
    return fields.members;
  }

  private static Map<String, Object> input(S3Input input) {
    final Fields fields = new Fields();
    fields.put("s3Uri", input.uri());
    fields.put("s3InputFormat", input.format());
    fields.put("s3BucketOwner", input.bucketOwner());
    return fields.members;
  }

  private static Map<String, Object> output(S3Output output) {
    final Fields fields = new Fields();
    fields.put("s3Uri", output.uri());
    fields.put("s3EncryptionKeyId", output.kmsKeyId());
    fields.put("s3BucketOwner", output.bucketOwner());
    return fields.members;
  }

  private static Map<String, Object> vpc(Vpc vpc) {
    if (vpc == null) {
      return null;
    }
    final Fields fields = new Fields();
    fields.put("subnetIds", vpc.subnetIds());
    fields.put("securityGroupIds", vpc.securityGroupIds());
    return fields.members;
  }

  /** As {@code 2026-10-31T23:59:59.000Z}; a page holds thousands, too many for a formatter. */
  private static String milliseconds(Instant time) {
    final LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
    final String thousand = Integer.toString(1000 + time.getNano() / 1_000_000);
    // Seconds that are zero are left out by LocalTime.
    return new StringBuilder(24)
        .append(utc.toLocalDate())
        .append('T')
        .append(utc.toLocalTime())
        .append(utc.getSecond() == 0 ? ":00." : ".")
        .append(thousand, 1, 4)
        .append('Z')
        .toString();
  }

  /** Members of an object; what is absent is left out, never null. */
  private static final class Fields {
    private final Map<String, Object> members = new LinkedHashMap<>();

    private void put(String name, Object value) {
      if (value != null) {
        members.put(name, value instanceof Instant time ? milliseconds(time) : value);
      }
    }
  }
}
