package io.github.bedrockjdbc.adapter.engine;

import com.fasterxml.jackson.core.JsonParser;
import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.BuildVersion;
import io.github.bedrockjdbc.adapter.api.CallLog;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Daemons;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.api.http.HttpService;
import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.adapter.kept.AgeClock;
import io.github.bedrockjdbc.adapter.kept.KeptValues;
import io.github.bedrockjdbc.adapter.kept.KeptWalks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.apache.calcite.DataContext;

/**
 * What connections of equal settings share: the way to the service, threads and what was read for
 * good. Making one sends nothing.
 */
public final class Engine implements AutoCloseable {
  /**
   * Name under which a {@code DataContext} may hold the {@link Execution} that a scan is part of.
   */
  public static final String EXECUTION = "bedrock.execution";

  /** Of the heap, for rows that are kept. */
  private static final int PART_OF_MEMORY = 4;

  /** Lists, and tags of so many jobs; some thirty megabytes. */
  private static final int MOST_VALUES = 100_000;

  private final Config config;
  private final CallLog calls = new CallLog();
  private final HttpService service;
  private List<Source> sources;
  private final ManifestCache manifests = new ManifestCache();
  private final KeptWalks walks;
  private final KeptValues values;
  private final MessageCache messages = new MessageCache(InstantSource.system());
  private final ExecutorService threads =
      Executors.newCachedThreadPool(new Daemons("bedrock-jobs-reader"));

  /** Reads no file and asks nobody. */
  public Engine(Config config) {
    this(config, AgeClock.system());
  }

  /**
   * The same, with another clock.
   *
   * @param clock by which the age of what is kept is measured
   */
  public Engine(Config config, AgeClock clock) {
    this.config = config;
    this.walks =
        new KeptWalks(
            Runtime.getRuntime().maxMemory() / PART_OF_MEMORY,
            config.get(Property.PAGE_SIZE),
            clock);
    this.values = new KeptValues(MOST_VALUES, clock);
    this.service = new HttpService(config.apiSettings(), userAgent(), System.getenv(), calls);
  }

  /**
   * Begins beside the caller with what a first query needs of the network. Sends nothing; may read
   * AWS files. What fails here fails the query too, which tells why.
   */
  public void prepare() {
    threads.execute(
        new FutureTask<>(() -> service.prepare(config.accounts().get(0)), null)); // keeps a failure
  }

  /** Whether one that is made now may go elsewhere, as AWS files have changed. */
  public boolean isOutdated() {
    return service.isOutdated();
  }

  /** The settings that it was made of. */
  public Config config() {
    return config;
  }

  /** A run of a query under these settings. */
  public Execution newExecution(Cancellation cancellation) {
    return newExecution(cancellation, config.get(Property.MAX_AGE));
  }

  /** The same, whose rows may be as old as that. */
  public Execution newExecution(Cancellation cancellation, Duration maxAge) {
    return new Execution(
        cancellation,
        config.get(Property.MAX_REQUESTS).map(Integer::longValue).orElse(Long.MAX_VALUE),
        config.get(Property.PARALLELISM),
        maxAge);
  }

  /** The run of a query that a context belongs to; a run of its own where it names none. */
  public Execution execution(DataContext context) {
    return context.get(EXECUTION) instanceof Execution given
        ? given
        : newExecution(Cancellation.unlimited());
  }

  /**
   * Asks each region and account for one job and drops it.
   *
   * @throws ApiException if queries would be refused
   */
  public void verify(Execution execution) {
    final ListRequest oneJob = ListRequest.EVERYTHING.with(RequestParameter.MAX_RESULTS, "1");
    final SkippedSources skips = new SkippedSources(config, sources().size(), execution);
    for (Source source : sources()) {
      try {
        source.list(oneJob, JsonParser::skipChildren, execution);
      } catch (ApiException e) {
        skips.skip(source, e);
      }
    }
  }

  /** The regions and accounts that queries ask; at least one. May read AWS files, asks nobody. */
  public synchronized List<Source> sources() {
    if (sources == null) {
      sources = Source.all(config, service);
    }
    return sources;
  }

  /** What was asked of the service, whichever connection asked. */
  public CallLog calls() {
    return calls;
  }

  /** Slices send bounds, a few calls at once, and some more of them. */
  public boolean mayReadInSlices() {
    return config.get(Property.PUSHDOWN)
        && config.get(Property.PARALLELISM) > 1
        && config.get(Property.MAX_REQUESTS).isEmpty();
  }

  /** The source that the job of an ARN was read from; the first one if that is not known. */
  public Source source(String jobArn) {
    final List<Source> all = sources();
    return all.stream().filter(each -> each.gave(jobArn)).findFirst().orElse(all.get(0));
  }

  /** Counts in the manifests of jobs that have ended. */
  public ManifestCache manifests() {
    return manifests;
  }

  /** Rows that statements may be answered from. */
  public KeptWalks walks() {
    return walks;
  }

  /** What else may be used again for a while. */
  public KeptValues values() {
    return values;
  }

  /** Failure messages that were read. */
  public MessageCache messages() {
    return messages;
  }

  /** Runs what is read beside other things. */
  public ExecutorService threads() {
    return threads;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    service.close();
  }

  /** Name and version of this driver and of Java, as each request tells it. */
  public static String userAgent() {
    return "bedrock-jobs-jdbc/" + BuildVersion.text() + " java/" + Runtime.version().feature();
  }
}
