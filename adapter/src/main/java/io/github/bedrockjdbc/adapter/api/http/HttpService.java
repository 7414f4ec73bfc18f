package io.github.bedrockjdbc.adapter.api.http;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.bedrockjdbc.adapter.api.Address;
import io.github.bedrockjdbc.adapter.api.ApiService;
import io.github.bedrockjdbc.adapter.api.ApiSettings;
import io.github.bedrockjdbc.adapter.api.CallLog;
import io.github.bedrockjdbc.adapter.api.CredentialSettings;
import io.github.bedrockjdbc.adapter.api.Daemons;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import io.github.bedrockjdbc.adapter.api.auth.AwsFiles;
import io.github.bedrockjdbc.adapter.api.auth.AwsPlace;
import io.github.bedrockjdbc.adapter.api.auth.AwsSettings;
import io.github.bedrockjdbc.adapter.api.auth.Credentials;
import io.github.bedrockjdbc.adapter.api.auth.LazyRegion;
import io.github.bedrockjdbc.adapter.api.auth.RunningCommands;
import io.github.bedrockjdbc.adapter.api.endpoint.BucketRegions;
import io.github.bedrockjdbc.adapter.api.endpoint.Endpoints;
import io.github.bedrockjdbc.adapter.api.transport.Network;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
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
  private final AwsFiles files = new AwsFiles();
  private final ExecutorService lookups =
      Executors.newCachedThreadPool(new Daemons("bedrock-jobs-credentials"));
  private final BucketRegions buckets = new BucketRegions();
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
   * Loads what signs and what encrypts requests for an account's jobs, which takes its time. Sends
   * nothing; may read AWS files.
   */
  public void prepare(CredentialSettings account) {
    new Signatures().prepare();
    final AwsSettings aws = aws(account, Optional.empty());
    if (!new Endpoints(settings, aws).isPlain(ApiService.BEDROCK)) {
      encrypting(aws);
    }
  }

  /**
   * One region with one account's credentials. Sends nothing, and reads no file.
   *
   * @param region empty: what the AWS region chain finds at the first call
   */
  public synchronized JobsApi source(Optional<String> region, CredentialSettings account) {
    final AwsSettings aws = aws(account, region);
    final LazyRegion asked = new LazyRegion(region, aws, lookups);
    final Credentials credentials =
        accounts.computeIfAbsent(
            account,
            each ->
                new Credentials(
                    each,
                    environment,
                    new AwsPlace(aws, asked::get, new RunningCommands()),
                    lookups));
    final Lazy<SSLSocketFactory> encrypting = new Lazy<>(() -> encrypting(aws));
    final Function<URI, Optional<SSLSocketFactory>> encryption =
        uri -> Address.isPlain(uri) ? Optional.empty() : Optional.of(encrypting.getValue());
    final Map<ApiService, ServiceClient> clients = new EnumMap<>(ApiService.class);
    for (ApiService service : ApiService.values()) {
      clients.put(service, client(encryption, new Signer(service, credentials, clock)));
    }
    return new HttpJobsApi(asked, new Endpoints(settings, aws), clients, buckets);
  }

  private SSLSocketFactory encrypting(AwsSettings aws) {
    return network.encrypting(
        aws.ofProcess("aws.caBundle", "AWS_CA_BUNDLE").or(() -> aws.ofProfile("ca_bundle")));
  }

  /** Services refuse and fail each for itself. */
  private ServiceClient client(
      Function<URI, Optional<SSLSocketFactory>> encryption, Signer signer) {
    return new ServiceClient(
        new Retry(settings.maxAttempts()),
        new Exchange(
            network,
            encryption,
            ceiling,
            new AdaptiveRate(),
            signer,
            new ServiceErrors(json),
            settings.requestTimeout(),
            userAgent),
        calls,
        new Answers(json));
  }

  /** Files that cannot be read do no harm where nothing is left for them to say. */
  private AwsSettings aws(CredentialSettings account, Optional<String> region) {
    final boolean isAllGiven =
        region.isPresent()
            && (account.apiKey().isPresent() || account.accessKeyId().isPresent())
            && account.role().isEmpty()
            && settings.endpoint(ApiService.BEDROCK).filter(Address::isPlain).isPresent();
    return new AwsSettings(environment, account.profile(), files, isAllGiven);
  }

  /** Whether AWS files now say other things, perhaps, than those that sources go by. */
  public boolean isOutdated() {
    return files.areOutdated();
  }

  /** Waits for no look-up that is under way. */
  @Override
  public void close() {
    final List<Credentials> open;
    synchronized (this) {
      open = List.copyOf(accounts.values());
    }
    open.forEach(Credentials::close);
    lookups.shutdownNow();
    network.close();
  }
}
