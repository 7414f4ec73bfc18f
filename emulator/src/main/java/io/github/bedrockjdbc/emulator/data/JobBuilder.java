package io.github.bedrockjdbc.emulator.data;

import java.time.Instant;
import java.util.Map;

/** Makes a job; its methods are named like the fields. */
@SuppressWarnings("MissingSummary")
public final class JobBuilder {
  private String jobArn;
  private String jobName;
  private String modelId;
  private String clientRequestToken;
  private String roleArn;
  private String status;
  private String message;
  private Instant submitTime;
  private Instant lastModifiedTime;
  private Instant endTime;
  private S3Input input;
  private S3Output output;
  private Vpc vpcConfig;
  private Integer timeoutDurationInHours;
  private Instant jobExpirationTime;
  private String modelInvocationType;
  private Counters counters = Counters.NONE;
  private Map<String, Object> recorded = Map.of();

  JobBuilder() {}

  static JobBuilder of(Job job) {
    final JobBuilder builder = new JobBuilder();
    builder.jobArn = job.jobArn();
    builder.jobName = job.jobName();
    builder.modelId = job.modelId();
    builder.clientRequestToken = job.clientRequestToken();
    builder.roleArn = job.roleArn();
    builder.status = job.status();
    builder.message = job.message();
    builder.submitTime = job.submitTime();
    builder.lastModifiedTime = job.lastModifiedTime();
    builder.endTime = job.endTime();
    builder.input = job.input();
    builder.output = job.output();
    builder.vpcConfig = job.vpcConfig();
    builder.timeoutDurationInHours = job.timeoutDurationInHours();
    builder.jobExpirationTime = job.jobExpirationTime();
    builder.modelInvocationType = job.modelInvocationType();
    builder.counters = job.counters();
    builder.recorded = job.recorded();
    return builder;
  }

  public JobBuilder jobArn(String value) {
    jobArn = value;
    return this;
  }

  public JobBuilder jobName(String value) {
    jobName = value;
    return this;
  }

  public JobBuilder modelId(String value) {
    modelId = value;
    return this;
  }

  public JobBuilder clientRequestToken(String value) {
    clientRequestToken = value;
    return this;
  }

  public JobBuilder roleArn(String value) {
    roleArn = value;
    return this;
  }

  public JobBuilder status(String value) {
    status = value;
    return this;
  }

  public JobBuilder message(String value) {
    message = value;
    return this;
  }

  public JobBuilder submitTime(Instant value) {
    submitTime = value;
    return this;
  }

  public JobBuilder lastModifiedTime(Instant value) {
    lastModifiedTime = value;
    return this;
  }

  public JobBuilder endTime(Instant value) {
    endTime = value;
    return this;
  }

  public JobBuilder input(S3Input value) {
    input = value;
    return this;
  }

  public JobBuilder output(S3Output value) {
    output = value;
    return this;
  }

  public JobBuilder vpcConfig(Vpc value) {
    vpcConfig = value;
    return this;
  }

  public JobBuilder timeoutDurationInHours(Integer value) {
    timeoutDurationInHours = value;
    return this;
  }

  public JobBuilder jobExpirationTime(Instant value) {
    jobExpirationTime = value;
    return this;
  }

  public JobBuilder modelInvocationType(String value) {
    modelInvocationType = value;
    return this;
  }

  public JobBuilder counters(Counters value) {
    counters = value;
    return this;
  }

  public JobBuilder recorded(Map<String, Object> value) {
    recorded = value;
    return this;
  }

  /**
   * The job.
   *
   * @throws IllegalArgumentException if {@code jobArn} is no job's ARN
   */
  public Job build() {
    return new Job(
        jobArn,
        jobName,
        modelId,
        clientRequestToken,
        roleArn,
        status,
        message,
        submitTime,
        lastModifiedTime,
        endTime,
        input,
        output,
        vpcConfig,
        timeoutDurationInHours,
        jobExpirationTime,
        modelInvocationType,
        counters,
        recorded);
  }
}
