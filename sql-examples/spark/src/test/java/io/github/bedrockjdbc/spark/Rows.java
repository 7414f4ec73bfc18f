package io.github.bedrockjdbc.spark;

import io.github.bedrockjdbc.emulator.data.Counters;
import io.github.bedrockjdbc.emulator.data.Job;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What the history holds, and what it has to hold, in an order that both share. */
final class Rows {
  private Rows() {}

  /** Times are instants, since the session says so. */
  static List<String> of(Dataset<Row> jobs) {
    return jobs.collectAsList().stream().map(Row::toString).sorted().toList();
  }

  /** As the service tells of them, in the order of the table's columns. */
  static List<String> of(Collection<Job> jobs) {
    return jobs.stream().map(Rows::row).map(Row::toString).sorted().toList();
  }

  private static Row row(Job job) {
    final Counters counters = job.counters();
    final List<Object> values =
        new ArrayList<>(
            Arrays.asList(
                job.jobId(),
                job.jobName(),
                job.status(),
                job.modelId(),
                job.submitTime(),
                job.lastModifiedTime(),
                job.endTime(),
                job.jobExpirationTime(),
                job.timeoutDurationInHours(),
                job.status().equals("Failed") ? job.message() : null,
                job.modelInvocationType(),
                counters.total(),
                counters.processed(),
                counters.success(),
                counters.error(),
                job.input().uri(),
                job.input().format(),
                job.input().bucketOwner(),
                job.output().uri(),
                job.output().kmsKeyId(),
                job.output().bucketOwner(),
                job.roleArn(),
                job.vpcConfig() == null ? null : json(job.vpcConfig().subnetIds()),
                job.vpcConfig() == null ? null : json(job.vpcConfig().securityGroupIds()),
                null, // the list leaves the token out
                job.jobArn(),
                job.region(),
                job.account(),
                job.modelId().substring(job.modelId().lastIndexOf('/') + 1)));
    values.add(LocalDate.ofInstant(job.submitTime(), ZoneOffset.UTC));
    return RowFactory.create(values.toArray());
  }

  private static String json(List<String> texts) {
    return texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(",", "[", "]"));
  }
}
