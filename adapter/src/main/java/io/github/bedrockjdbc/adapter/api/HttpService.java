package io.github.bedrockjdbc.adapter.api;

import com.fasterxml.jackson.core.JsonFactory;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The service over HTTP: what all sources share (connections, retries, the record of calls) and the
 * credentials of each account, which its regions share. Safe for several threads.
 */
public final class HttpService implements AutoCloseable {
  private final ApiSettings settings;
  private final String userAgent;
  private final Map<String, String> environment;
  private final CallLog calls;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(new Daemons("bedrock-jobs-http"));
  private final HttpClient client;
  private final Retry retry;
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
    this.retry = new Retry(settings.maxAttempts());
    this.client =
        HttpClient.newBuilder()
            .executor(threads) // its own ones would outlive it by a minute
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            .build();
  }

  /**
   * One region with one account's credentials. Sends nothing, and reads no file.
   *
   * @param region empty: what the AWS region chain finds at the first call
   */
  public synchronized JobsApi source(Optional<String> region, CredentialSettings account) {
    final Credentials credentials =
        accounts.computeIfAbsent(account, each -> new Credentials(each, environment));
    return new HttpJobsApi(
        settings,
        new LazyRegion(region, account.profile()),
        retry,
        new Exchange(
            client,
            new Signer(credentials),
            new ServiceErrors(json),
            settings.requestTimeout(),
            userAgent),
        calls,
        json);
  }

  @Override
  public synchronized void close() {
    accounts.values().forEach(Credentials::close);
    threads.shutdown();
  }
}
