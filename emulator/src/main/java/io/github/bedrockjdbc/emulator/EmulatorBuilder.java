package io.github.bedrockjdbc.emulator;

import io.github.bedrockjdbc.emulator.auth.Credential;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.data.FixtureTimes;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.server.SelfSigned;
import io.github.bedrockjdbc.emulator.world.Life;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an emulator is made of. Not for many threads. */
public final class EmulatorBuilder {
  final List<List<Job>> jobs = new ArrayList<>();
  final Map<String, Credential> credentials = new LinkedHashMap<>();
  final Map<String, String> apiKeys = new LinkedHashMap<>();
  List<String> regions = List.of(BedrockEmulator.DEMO_REGION);
  Clock clock = Clock.systemUTC();
  Behavior behavior = Behavior.standard();
  Instant around = FixtureTimes.UNTIL;
  Life life = Life.STILL;
  Optional<SelfSigned> certificate = Optional.empty();
  int port;

  EmulatorBuilder() {
    credentials(BedrockEmulator.DEMO_ACCESS_KEY_ID, BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
  }

  /** Adds jobs; their ARNs tell where they are. A list may make each when it is asked for. */
  public EmulatorBuilder jobs(List<Job> more) {
    jobs.add(more);
    return this;
  }

  /** The regions that know the keys; the first one is an API key's. */
  public EmulatorBuilder region(String first, String... others) {
    final List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(others));
    regions = List.copyOf(all);
    return this;
  }

  /** Adds a key pair of {@link BedrockEmulator#DEMO_ACCOUNT}. */
  public EmulatorBuilder credentials(String accessKeyId, String secret) {
    return credentials(accessKeyId, secret, BedrockEmulator.DEMO_ACCOUNT);
  }

  /** Adds a key pair of an account. */
  public EmulatorBuilder credentials(String accessKeyId, String secret, String account) {
    credentials.put(accessKeyId, new Credential(accessKeyId, secret, null, account));
    return this;
  }

  /** Adds a temporary key pair, good only together with its session token. */
  public EmulatorBuilder sessionCredentials(
      String accessKeyId, String secret, String sessionToken, String account) {
    credentials.put(accessKeyId, new Credential(accessKeyId, secret, sessionToken, account));
    return this;
  }

  /** Adds an API key of {@link BedrockEmulator#DEMO_ACCOUNT}. */
  public EmulatorBuilder apiKey(String key) {
    return apiKey(key, BedrockEmulator.DEMO_ACCOUNT);
  }

  /** Adds an API key of an account. */
  public EmulatorBuilder apiKey(String key, String account) {
    apiKeys.put(key, account);
    return this;
  }

  /** Decides how old a signature is; the system's if not set. */
  public EmulatorBuilder clock(Clock newClock) {
    clock = newClock;
    return this;
  }

  /**
   * When it is, as far as the lives of models go: which are near their end. Where not set, when
   * generated jobs end that are not moved in time.
   */
  public EmulatorBuilder around(Instant now) {
    around = now;
    return this;
  }

  /**
   * Time goes by: jobs that have not ended move on as that clock does, and so often a new one is
   * submitted where jobs are. Where not set, nothing happens between requests.
   */
  public EmulatorBuilder living(Clock newClock, Duration submittedEvery) {
    life = Life.by(newClock, submittedEvery);
    return this;
  }

  /** Port on the loopback address; 0, the default, is any free one. */
  public EmulatorBuilder port(int newPort) {
    port = newPort;
    return this;
  }

  /** TLS only, with a certificate that clients are to trust. */
  public EmulatorBuilder encrypted(SelfSigned newCertificate) {
    certificate = Optional.of(newCertificate);
    return this;
  }

  /** The behavior to start with. */
  public EmulatorBuilder behavior(Behavior newBehavior) {
    behavior = newBehavior;
    return this;
  }

  /**
   * Starts it.
   *
   * @throws IllegalArgumentException if two jobs have one ARN
   * @throws java.io.UncheckedIOException if the port is taken
   */
  public BedrockEmulator start() {
    return new BedrockEmulator(this);
  }
}
