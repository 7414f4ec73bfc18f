package io.github.bedrockjdbc.emulator.data;

import io.github.bedrockjdbc.emulator.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Jobs from a recorded answer of the service. */
public final class Recording {
  private Recording() {}

  /**
   * Reads a JSON document with {@code invocationJobSummaries}; each job is served as it stands
   * there, with fields that are not known here as well.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if it is no such document; the text says why
   */
  public static List<Job> read(Path file) throws IOException {
    if (!(JsonReader.read(Files.readString(file)) instanceof Map<?, ?> document)
        || !(document.get("invocationJobSummaries") instanceof List<?> summaries)) {
      throw new IllegalArgumentException("no invocationJobSummaries in " + file);
    }
    final List<Job> jobs = new ArrayList<>();
    for (final Object summary : summaries) {
      jobs.add(job(new Fields(summary)));
    }
    return List.copyOf(jobs);
  }

  private static Job job(Fields job) {
    final Fields input = job.object("inputDataConfig").object("s3InputDataConfig");
    final Fields output = job.object("outputDataConfig").object("s3OutputDataConfig");
    return Job.builder()
        .jobArn(job.required("jobArn"))
        .jobName(job.text("jobName"))
        .modelId(job.text("modelId"))
        .clientRequestToken(job.text("clientRequestToken"))
        .roleArn(job.text("roleArn"))
        .status(job.text("status"))
        .message(job.text("message"))
        .submitTime(parsed(job.required("submitTime")))
        .lastModifiedTime(job.time("lastModifiedTime"))
        .endTime(job.time("endTime"))
        .input(
            new S3Input(
                input.text("s3Uri"), input.text("s3InputFormat"), input.text("s3BucketOwner")))
        .output(
            new S3Output(
                output.text("s3Uri"),
                output.text("s3EncryptionKeyId"),
                output.text("s3BucketOwner")))
        .vpcConfig(vpc(job.object("vpcConfig")))
        .timeoutDurationInHours(
            job.members.get("timeoutDurationInHours") instanceof Long hours
                ? (Integer) hours.intValue()
                : null)
        .jobExpirationTime(job.time("jobExpirationTime"))
        .modelInvocationType(job.text("modelInvocationType"))
        .counters(
            new Counters(
                job.number("totalRecordCount"),
                job.number("processedRecordCount"),
                job.number("successRecordCount"),
                job.number("errorRecordCount")))
        .recorded(job.members)
        .build();
  }

  private static Instant parsed(String time) {
    try {
      return Instant.parse(time);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a recorded time cannot be read: " + time, e);
    }
  }

  private static Vpc vpc(Fields vpc) {
    return vpc.members.isEmpty()
        ? null
        : new Vpc(vpc.texts("subnetIds"), vpc.texts("securityGroupIds"));
  }

  /** The members of a JSON object, by type; what is absent or of another type is null or empty. */
  private record Fields(Map<String, Object> members) {
    @SuppressWarnings("unchecked") // The reader makes no other maps.
    Fields(Object value) {
      this(value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of());
    }

    Fields object(String name) {
      return new Fields(members.get(name));
    }

    String text(String name) {
      return members.get(name) instanceof String text ? text : null;
    }

    String required(String name) {
      if (members.get(name) instanceof String text) {
        return text;
      }
      throw new IllegalArgumentException("a recorded job has no " + name);
    }

    Instant time(String name) {
      return text(name) == null ? null : parsed(text(name));
    }

    Long number(String name) {
      return members.get(name) instanceof Long number ? number : null;
    }

    List<String> texts(String name) {
      return members.get(name) instanceof List<?> list
          ? list.stream().map(String::valueOf).toList()
          : List.of();
    }
  }
}
