package io.github.bedrockjdbc.benchmarks;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.ModelInvocationJobSummary;
import software.amazon.awssdk.services.bedrock.model.SortJobsBy;
import software.amazon.awssdk.services.bedrock.model.SortOrder;

/** The vendor's client, as its documentation shows it. */
final class ThroughSdk implements AutoCloseable {
  private static final int LARGEST_PAGE = 1000;

  private final BedrockClient client;

  ThroughSdk(URI endpoint) {
    this(endpoint, Apache5HttpClient.builder());
  }

  /**
   * @param http says, among others, whom to trust
   */
  ThroughSdk(URI endpoint, Apache5HttpClient.Builder http) {
    this.client =
        BedrockClient.builder()
            .httpClientBuilder(http)
            .endpointOverride(endpoint)
            .region(Region.of(BedrockEmulator.DEMO_REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(
                        BedrockEmulator.DEMO_ACCESS_KEY_ID,
                        BedrockEmulator.DEMO_SECRET_ACCESS_KEY)))
            .build();
  }

  /** Every job, every field of a list. */
  long all(int pageSize, Consumer<Object> values) {
    long count = 0;
    for (ModelInvocationJobSummary job :
        client
            .listModelInvocationJobsPaginator(request -> request.maxResults(pageSize))
            .invocationJobSummaries()) {
      read(job, values);
      count++;
    }
    return count;
  }

  /** Every job, oldest first. */
  long sorted(int pageSize, Consumer<Object> values) {
    final List<ModelInvocationJobSummary> jobs = new ArrayList<>();
    client
        .listModelInvocationJobsPaginator(request -> request.maxResults(pageSize))
        .invocationJobSummaries()
        .forEach(jobs::add);
    jobs.sort(Comparator.comparing(ModelInvocationJobSummary::submitTime));
    jobs.forEach(job -> read(job, values));
    return jobs.size();
  }

  /** The newest jobs. */
  long newest(int count, Consumer<Object> values) {
    final List<ModelInvocationJobSummary> jobs =
        client
            .listModelInvocationJobs(
                request ->
                    request
                        .maxResults(count)
                        .sortBy(SortJobsBy.CREATION_TIME)
                        .sortOrder(SortOrder.DESCENDING))
            .invocationJobSummaries();
    jobs.forEach(job -> read(job, values));
    return jobs.size();
  }

  /** One page, as a program would begin. */
  long firstPage() {
    return client
        .listModelInvocationJobs(request -> request.maxResults(LARGEST_PAGE))
        .invocationJobSummaries()
        .size();
  }

  private static void read(ModelInvocationJobSummary job, Consumer<Object> values) {
    values.accept(job.jobArn());
    values.accept(job.jobName());
    values.accept(job.statusAsString());
    values.accept(job.modelId());
    values.accept(job.submitTime());
    values.accept(job.lastModifiedTime());
    values.accept(job.endTime());
    values.accept(job.jobExpirationTime());
    values.accept(job.timeoutDurationInHours());
    values.accept(job.modelInvocationTypeAsString());
    values.accept(job.totalRecordCount());
    values.accept(job.processedRecordCount());
    values.accept(job.successRecordCount());
    values.accept(job.errorRecordCount());
    values.accept(job.inputDataConfig().s3InputDataConfig().s3Uri());
    values.accept(job.inputDataConfig().s3InputDataConfig().s3InputFormatAsString());
    values.accept(job.inputDataConfig().s3InputDataConfig().s3BucketOwner());
    values.accept(job.outputDataConfig().s3OutputDataConfig().s3Uri());
    values.accept(job.outputDataConfig().s3OutputDataConfig().s3EncryptionKeyId());
    values.accept(job.outputDataConfig().s3OutputDataConfig().s3BucketOwner());
    values.accept(job.roleArn());
    if (job.vpcConfig() != null) {
      values.accept(job.vpcConfig().subnetIds());
      values.accept(job.vpcConfig().securityGroupIds());
    }
    values.accept(job.clientRequestToken());
  }

  @Override
  public void close() {
    client.close();
  }
}
