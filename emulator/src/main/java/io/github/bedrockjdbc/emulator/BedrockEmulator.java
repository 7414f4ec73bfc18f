package io.github.bedrockjdbc.emulator;

import io.github.bedrockjdbc.emulator.auth.SignatureCheck;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.server.Exchanges;
import io.github.bedrockjdbc.emulator.server.Listener;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import io.github.bedrockjdbc.emulator.server.RequestLog;
import io.github.bedrockjdbc.emulator.server.SelfSigned;
import io.github.bedrockjdbc.emulator.service.Service;
import io.github.bedrockjdbc.emulator.service.Setting;
import io.github.bedrockjdbc.emulator.world.World;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * A running stand-in for the service's batch job operations, and for what stands around them:
 * manifests in S3, tags, models and inference profiles. All on one port of the loopback address.
 * Safe for many threads.
 */
public final class BedrockEmulator implements AutoCloseable {
  /** Access key id of {@link #demo()}. */
  public static final String DEMO_ACCESS_KEY_ID = "AKIDEMOEMULATOR00000";

  /** Secret access key of {@link #demo()}; opens nothing else. */
  public static final String DEMO_SECRET_ACCESS_KEY = "demo/secret+of+the+emulator+0123456789ab";

  /** Account of {@link #demo()} and of keys that name no other. */
  public static final String DEMO_ACCOUNT = JobFixture.ACCOUNT;

  /** Region of {@link #demo()}. */
  public static final String DEMO_REGION = JobFixture.REGION;

  /** How many jobs {@link #demo()} has. */
  public static final int DEMO_JOBS = 2000;

  /** Seed of {@link #demo()}'s jobs. */
  public static final long DEMO_SEED = 1;

  private final Clock clock;
  private final World world;
  private final AtomicReference<Setting> setting;
  private final Exchanges exchanges;
  private final Listener listener;
  private final Optional<SelfSigned> certificate;

  BedrockEmulator(EmulatorBuilder builder) {
    clock = builder.clock;
    world = new World(builder.jobs, builder.life);
    setting = new AtomicReference<>(Setting.of(builder.behavior, clock));
    final SignatureCheck signatures =
        new SignatureCheck(builder.credentials, builder.apiKeys, builder.regions, clock);
    exchanges = new Exchanges(new Service(signatures, world, builder.around), setting::get, clock);
    certificate = builder.certificate;
    listener = new Listener(builder.port, certificate, exchanges);
  }

  /** An emulator with {@link #DEMO_JOBS} jobs, the demo credentials and nothing odd about it. */
  public static BedrockEmulator demo() {
    return builder().jobs(JobFixture.of(DEMO_JOBS, DEMO_SEED)).start();
  }

  /** As {@link #demo()}, with jobs whose last ones have just been submitted at that instant. */
  public static BedrockEmulator demo(Instant now) {
    return builder().jobs(JobFixture.of(DEMO_JOBS, DEMO_SEED).until(now)).around(now).start();
  }

  /** As {@link #demo(Instant)}, and time goes by as that clock does. */
  public static BedrockEmulator demo(Clock clock) {
    final Instant now = clock.instant();
    return builder()
        .jobs(JobFixture.of(DEMO_JOBS, DEMO_SEED).until(now))
        .around(now)
        .living(clock, CommandLine.SUBMITTED_EVERY)
        .start();
  }

  /**
   * The emulator that a shell starts with these options; see {@code --help}.
   *
   * @param welcome gets what the shell is told: places, URLs and credentials
   * @throws IllegalArgumentException if an option is wrong
   */
  public static BedrockEmulator start(Appendable welcome, String... options) {
    return CommandLine.start(List.of(options), welcome);
  }

  /** Starts from no jobs, region {@link #DEMO_REGION} and the demo credentials. */
  public static EmulatorBuilder builder() {
    return new EmulatorBuilder();
  }

  /** The base URL, such as {@code http://127.0.0.1:8765}. */
  public String endpoint() {
    return (certificate.isPresent() ? "https" : "http") + "://127.0.0.1:" + port();
  }

  /** The certificate in PEM that clients are to trust; empty if nothing is encrypted. */
  public Optional<String> certificate() {
    return certificate.map(SelfSigned::pem);
  }

  /**
   * What a JDBC connection to the demo region takes, without credentials; {@code ;key=value} can be
   * added.
   */
  public String jdbcUrl() {
    return "jdbc:bedrock:region=" + DEMO_REGION + ";endpoint=" + endpoint();
  }

  /** As {@link #jdbcUrl()}, with the demo credentials. */
  public String jdbcUrlWithLogin() {
    return jdbcUrl() + ";user=" + DEMO_ACCESS_KEY_ID + ";password=" + DEMO_SECRET_ACCESS_KEY;
  }

  /** The port on the loopback address. */
  public int port() {
    return listener.port();
  }

  /** Every job as it is now, in no promised order; each is made when it is asked for. */
  public List<Job> jobs() {
    return world.jobs(behavior());
  }

  /** The present behavior. */
  public Behavior behavior() {
    return setting.get().behavior();
  }

  /** Behaves like that from the next request on; a rate limit starts afresh. */
  public void behave(Behavior behavior) {
    setting.set(Setting.of(behavior, clock));
  }

  /** Does this to the next requests, so many of them. Faults wait for each other in a queue. */
  public void inject(Fault fault, int times) {
    exchanges.faults().add(request -> true, fault, 0, times);
  }

  /** Does this to the n-th request from now on, counted from 1. */
  public void injectAt(int n, Fault fault) {
    exchanges.faults().add(request -> true, fault, n - 1, 1);
  }

  /** Does this to the next requests of an operation, so many of them. */
  public void inject(Operation operation, Fault fault, int times) {
    exchanges.faults().add(request -> request.operation() == operation, fault, 0, times);
  }

  /** Does this to the n-th request of an operation from now on, counted from 1. */
  public void injectAt(Operation operation, int n, Fault fault) {
    exchanges.faults().add(request -> request.operation() == operation, fault, n - 1, 1);
  }

  /** Does this to the next request that matches; its answer is not known at that time. */
  public void injectWhen(Predicate<RecordedRequest> matches, Fault fault) {
    exchanges.faults().add(matches, fault, 0, 1);
  }

  /** What has been asked so far. */
  public RequestLog log() {
    return exchanges.log();
  }

  /**
   * Waits until so many requests have arrived since the start.
   *
   * @throws AssertionError if they do not within a minute
   */
  public void awaitRequests(int n) {
    log().arrived().await(value -> value >= n, n + " requests");
  }

  /** Requests whose answer is not out yet. */
  public int openExchanges() {
    return exchanges.open().value();
  }

  /**
   * Waits until exactly so many requests are without an answer.
   *
   * @throws AssertionError if that does not happen within a minute
   */
  public void awaitOpenExchanges(int n) {
    exchanges.open().await(value -> value == n, n + " open exchanges");
  }

  /** Connections that clients keep open. */
  public int openConnections() {
    return listener.open().value();
  }

  /**
   * Waits until exactly so many connections are open.
   *
   * @throws AssertionError if that does not happen within a minute
   */
  public void awaitOpenConnections(int n) {
    listener.open().await(value -> value == n, n + " open connections");
  }

  /** Ends every connection and thread. May be called again. */
  @Override
  public void close() {
    listener.close();
  }

  /** Runs the emulator from a shell; see {@code --help}. */
  public static void main(String[] arguments) {
    final int status = CommandLine.run(List.of(arguments), System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }
}
