package io.github.bedrockjdbc.emulator.data;

import io.github.bedrockjdbc.emulator.json.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One job with everything that {@code GetModelInvocationJob} tells of it. Components are named like
 * the service's fields; a null component is a field that the answer leaves out. Times count
 * milliseconds.
 *
 * @param jobArn never null, a legal ARN; tells region and account
 * @param submitTime never null
 * @param message why it failed; the list leaves it out
 * @param clientRequestToken the list leaves it out
 * @param input never null
 * @param output never null
 * @param vpcConfig null for most jobs
 * @param counters never null; see {@link Counters#NONE}
 * @param recorded the JSON object this job was loaded from, served as it stands; empty if generated
 */
public record Job(
    String jobArn,
    String jobName,
    String modelId,
    String clientRequestToken,
    String roleArn,
    String status,
    String message,
    Instant submitTime,
    Instant lastModifiedTime,
    Instant endTime,
    S3Input input,
    S3Output output,
    Vpc vpcConfig,
    Integer timeoutDurationInHours,
    Instant jobExpirationTime,
    String modelInvocationType,
    Counters counters,
    Map<String, Object> recorded) {
  private static final List<String> NOT_LISTED = List.of("message", "clientRequestToken");

  private static final List<String> STATE_FIELDS =
      List.of(
          "status",
          "message",
          "lastModifiedTime",
          "endTime",
          "totalRecordCount",
          "processedRecordCount",
          "successRecordCount",
          "errorRecordCount");

  /**
   * Checks what the emulator relies on.
   *
   * @throws IllegalArgumentException if {@code jobArn} is no job's ARN
   */
  public Job {
    if (JobArn.of(jobArn).isEmpty()) {
      throw new IllegalArgumentException("not the ARN of a job: " + jobArn);
    }
    Objects.requireNonNull(submitTime, "submitTime");
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(counters, "counters");
    recorded =
        recorded.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(recorded));
  }

  /** What makes a job field by field; those that are not set are left out of answers. */
  public static JobBuilder builder() {
    return new JobBuilder();
  }

  /** A builder that starts from this job's fields. */
  public JobBuilder toBuilder() {
    return JobBuilder.of(this);
  }

  /** The region in the ARN. */
  public String region() {
    return arn().region();
  }

  /** The account in the ARN. */
  public String account() {
    return arn().account();
  }

  /** The last part of the ARN, twelve characters. */
  public String jobId() {
    return arn().id();
  }

  public JobArn arn() {
    return JobArn.known(jobArn); // as the constructor has seen
  }

  /** Its fields as {@code GetModelInvocationJob} writes them, in the service's order. */
  public Map<String, Object> members() {
    return new Members()
        .with("jobArn", jobArn)
        .with("jobName", jobName)
        .with("modelId", modelId)
        .with("clientRequestToken", clientRequestToken)
        .with("roleArn", roleArn)
        .with("status", status)
        .with("message", message)
        .with("submitTime", submitTime)
        .with("lastModifiedTime", lastModifiedTime)
        .with("endTime", endTime)
        .with("inputDataConfig", Map.of("s3InputDataConfig", input.members()))
        .with("outputDataConfig", Map.of("s3OutputDataConfig", output.members()))
        .with("vpcConfig", vpcConfig == null ? null : vpcConfig.members())
        .with("timeoutDurationInHours", timeoutDurationInHours)
        .with("jobExpirationTime", jobExpirationTime)
        .with("modelInvocationType", modelInvocationType)
        .withAll(counters.members())
        .withAll(recorded)
        .map();
  }

  /** The same as {@code ListModelInvocationJobs} writes them. */
  public Map<String, Object> summary() {
    final Map<String, Object> members = members();
    members.keySet().removeAll(NOT_LISTED);
    return members;
  }

  /** This job under another name. */
  public Job withName(String name) {
    return toBuilder().jobName(name).recorded(without(List.of("jobName"))).build();
  }

  /**
   * This job in another state. Times, counters and message follow if it is one of the service's
   * ten; any other text changes the status alone.
   */
  public Job withStatus(String newStatus) {
    return JobStatus.of(newStatus)
        .map(known -> LifeCycle.in(this, known))
        .orElseGet(() -> withState(newStatus, message, lastModifiedTime, endTime, counters));
  }

  /** This job with another failure message; null for none. */
  public Job withMessage(String newMessage) {
    return withState(status, newMessage, lastModifiedTime, endTime, counters);
  }

  /** A new job of the same make: under another ARN, just submitted at that time. */
  public Job resubmitted(String arn, Instant time) {
    final Instant expiration =
        timeoutDurationInHours == null ? null : time.plus(Duration.ofHours(timeoutDurationInHours));
    final Counters none = counters.equals(Counters.NONE) ? Counters.NONE : Counters.ZERO;
    return toBuilder()
        .jobArn(arn)
        .status(JobStatus.SUBMITTED.wire())
        .message(null)
        .submitTime(time)
        .lastModifiedTime(time)
        .endTime(null)
        .jobExpirationTime(expiration)
        .counters(none)
        .recorded(Map.of())
        .build();
  }

  /** This job with all that changes in the course of its life. */
  Job withState(
      String newStatus, String newMessage, Instant modified, Instant end, Counters newCounters) {
    return toBuilder()
        .status(newStatus)
        .message(newMessage)
        .lastModifiedTime(modified)
        .endTime(end)
        .counters(newCounters)
        .recorded(without(STATE_FIELDS))
        .build();
  }

  private Map<String, Object> without(List<String> fields) {
    final Map<String, Object> rest = new LinkedHashMap<>(recorded);
    rest.keySet().removeAll(fields);
    return rest;
  }
}
