package io.github.bedrockjdbc.adapter.api;

import com.fasterxml.jackson.core.JsonFactory;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.utils.Lazy;

/**
 * The service over HTTP: what all sources share (connections, retries, the record of calls) and the
 * credentials of each account, which its regions share. Safe for several threads.
 */
public final class HttpService implements AutoCloseable {
  private final ApiSettings settings;
  private final String userAgent;
  private final Map<String, String> environment;
  private final CallLog calls;
  private final Network network;
  private final SigningClock clock;
  private final RateLimit ceiling;
  private final JsonFactory json = new JsonFactory();
  private final Map<CredentialSettings, Credentials> accounts = new LinkedHashMap<>();

  /**
   * Sends nothing, and reads no file.
   *
   * @param userAgent what the service's logs show of us
   * @param environment environment variables
   * @param calls where each call is noted
   */
  public HttpService(
      ApiSettings settings, String userAgent, Map<String, String> environment, CallLog calls) {
    this.settings = settings;
    this.userAgent = userAgent;
    this.environment = environment;
    this.calls = calls;
    this.ceiling = new RateLimit(settings.requestsPerSecond());
    this.network = new Network(settings.connectTimeout(), environment);
    this.clock = new SigningClock(Clock.systemUTC());
  }

  /**
   * Makes the HTTP client of an account, which takes its time. Sends nothing; may read AWS files.
   */
  public void prepare(CredentialSettings account) {
    network.client(new AwsSettings(environment, account.profile()));
  }

  /**
   * One region with one account's credentials. Sends nothing, and reads no file.
   *
   * @param region empty: what the AWS region chain finds at the first call
   */
  public synchronized JobsApi source(Optional<String> region, CredentialSettings account) {
    final AwsSettings aws = new AwsSettings(environment, account.profile());
    final LazyRegion asked = new LazyRegion(region, account.profile());
    final Credentials credentials =
        accounts.computeIfAbsent(
            account, each -> new Credentials(each, environment, aws, asked::get));
    return new HttpJobsApi(
        new Lazy<>(() -> Endpoint.of(settings, aws, asked.get()))::getValue,
        asked,
        new Retry(settings.maxAttempts()),
        new Exchange(
            network,
            new Lazy<>(() -> network.client(aws))::getValue,
            ceiling,
            new AdaptiveRate(),
            new Signer(credentials, clock),
            new ServiceErrors(json),
            settings.requestTimeout(),
            userAgent),
        calls,
        new Answers(json));
  }

  @Override
  public synchronized void close() {
    accounts.values().forEach(Credentials::close);
    network.close();
  }
}
