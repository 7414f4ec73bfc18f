package io.github.bedrockjdbc.driver.differential;

import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.Vpc;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of {@code jobs} as this test understands them, without a look at the driver. */
final class JobValues {
  /** Name and H2's type, in order. */
  static final List<String> COLUMNS =
      List.of(
          "job_id VARCHAR NOT NULL",
          "job_name VARCHAR NOT NULL",
          "status VARCHAR",
          "model_id VARCHAR NOT NULL",
          "submit_time TIMESTAMP(3) NOT NULL",
          "last_modified_time TIMESTAMP(3)",
          "end_time TIMESTAMP(3)",
          "expiration_time TIMESTAMP(3)",
          "timeout_hours INTEGER",
          "message VARCHAR",
          "invocation_type VARCHAR",
          "total_records BIGINT",
          "processed_records BIGINT",
          "success_records BIGINT",
          "error_records BIGINT",
          "input_s3_uri VARCHAR",
          "input_format VARCHAR",
          "input_bucket_owner VARCHAR",
          "output_s3_uri VARCHAR",
          "output_kms_key_id VARCHAR",
          "output_bucket_owner VARCHAR",
          "role_arn VARCHAR",
          "subnet_ids VARCHAR",
          "security_group_ids VARCHAR",
          "client_request_token VARCHAR",
          "job_arn VARCHAR NOT NULL",
          "region VARCHAR NOT NULL",
          "account_id VARCHAR NOT NULL",
          "model VARCHAR NOT NULL");

  static final List<String> NAMES =
      COLUMNS.stream().map(column -> column.substring(0, column.indexOf(' '))).toList();

  private JobValues() {}

  /** The values of a row. */
  static List<Object> of(Job job, boolean readMessages) {
    final Vpc vpc = job.vpcConfig();
    return Arrays.asList(
        job.jobId(),
        job.jobName(),
        job.status(),
        job.modelId(),
        utc(job.submitTime()),
        utc(job.lastModifiedTime()),
        utc(job.endTime()),
        utc(job.jobExpirationTime()),
        job.timeoutDurationInHours(),
        readMessages && "Failed".equals(job.status()) ? job.message() : null,
        job.modelInvocationType(),
        job.counters().total(),
        job.counters().processed(),
        job.counters().success(),
        job.counters().error(),
        job.input().uri(),
        job.input().format(),
        job.input().bucketOwner(),
        job.output().uri(),
        job.output().kmsKeyId(),
        job.output().bucketOwner(),
        job.roleArn(),
        vpc == null ? null : json(vpc.subnetIds()),
        vpc == null ? null : json(vpc.securityGroupIds()),
        null, // the list never tells the request token
        job.jobArn(),
        job.region(),
        job.account(),
        afterLastSlash(job.modelId()));
  }

  static String afterLastSlash(String text) {
    return text.substring(text.lastIndexOf('/') + 1);
  }

  static LocalDateTime utc(Instant time) {
    return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  private static String json(List<String> ids) {
    return ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(",", "[", "]"));
  }
}
