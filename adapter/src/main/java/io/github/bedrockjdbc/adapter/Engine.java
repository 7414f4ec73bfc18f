package io.github.bedrockjdbc.adapter;

import io.github.bedrockjdbc.adapter.api.CallLog;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.HttpService;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What connections of equal settings share: the way to the service, threads and what was read for
 * good. Making one sends nothing.
 */
public final class Engine implements AutoCloseable {
  private final Config config;
  private final CallLog calls = new CallLog();
  private final HttpService service;
  private final JobsApi api;
  private volatile String arnPrefix;
  private final MessageCache messages = new MessageCache();
  private final ExecutorService details = Executors.newCachedThreadPool(daemons());

  /** Reads no file and asks no metadata service before the first query. */
  public Engine(Config config) {
    this.config = config;
    this.service = new HttpService(config.apiSettings(), userAgent(), System.getenv(), calls);
    this.api = service.source(config.get(Property.REGION), config.credentials());
  }

  /** The settings that it was made of. */
  public Config config() {
    return config;
  }

  /** A run of a query under these settings. */
  public Execution newExecution(Cancellation cancellation) {
    return new Execution(
        cancellation,
        config.get(Property.MAX_REQUESTS).map(Integer::longValue).orElse(Long.MAX_VALUE));
  }

  /** The region and credentials that queries ask. */
  JobsApi source() {
    return api;
  }

  /** What was asked of the service, whichever connection asked. */
  CallLog calls() {
    return calls;
  }

  /** What is known of the source without asking. */
  SourceFacts facts() {
    return new SourceFacts(Optional.of(api.region()), Optional.ofNullable(arnPrefix));
  }

  /** The same before a query is executed, when not even the region need be known. */
  SourceFacts factsWhenPlanned() {
    return new SourceFacts(config.get(Property.REGION), Optional.ofNullable(arnPrefix));
  }

  /** Takes note of a job's ARN, which tells the account. */
  void note(String jobArn) {
    if (arnPrefix == null && JobArn.isOne(jobArn)) {
      arnPrefix = JobArn.prefix(jobArn);
    }
  }

  MessageCache messages() {
    return messages;
  }

  /** Runs what is read for single jobs. */
  ExecutorService details() {
    return details;
  }

  @Override
  public void close() {
    details.shutdownNow();
    service.close();
  }

  private static String userAgent() {
    final String version = Engine.class.getPackage().getImplementationVersion();
    return "bedrock-jobs-jdbc/"
        + (version == null ? "development" : version)
        + " java/"
        + Runtime.version().feature();
  }

  private static ThreadFactory daemons() {
    final AtomicInteger number = new AtomicInteger();
    return task -> {
      final Thread thread = new Thread(task, "bedrock-jobs-detail-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
