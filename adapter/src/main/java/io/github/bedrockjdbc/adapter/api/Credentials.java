package io.github.bedrockjdbc.adapter.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Who asks: what the settings say, else what the AWS default chain finds, at the first call. Safe
 * for several threads.
 */
final class Credentials implements AutoCloseable {
  /** Where the AWS tools look for a Bedrock API key. */
  private static final String API_KEY_VARIABLE = "AWS_BEARER_TOKEN_BEDROCK";

  private final CredentialSettings settings;
  private final AwsSettings aws;
  private final Supplier<String> region;
  private final Optional<String> environmentApiKey;
  private volatile String description;
  private volatile long asker;
  private AwsCredentialsIdentity last;
  private final Deque<CredentialSource> sources = new ArrayDeque<>(); // the one in use is last

  /**
   * @param region where a role is assumed
   */
  Credentials(
      CredentialSettings settings,
      Map<String, String> environment,
      AwsSettings aws,
      Supplier<String> region) {
    this.settings = settings;
    this.aws = aws;
    this.region = region;
    this.environmentApiKey =
        settings.isExplicit()
            ? Optional.empty()
            : Optional.ofNullable(environment.get(API_KEY_VARIABLE)).filter(key -> !key.isBlank());
  }

  /**
   * The API key to send, if one is to be sent. A key that merely stands in the environment does not
   * go to any endpoint that a URL names.
   */
  Optional<String> bearerToken(boolean isTrusted) {
    final Optional<String> token =
        settings.apiKey().or(() -> environmentApiKey.filter(key -> isTrusted));
    if (token.isPresent()) {
      description = settings.apiKey().isPresent() ? "apiKey" : API_KEY_VARIABLE;
    }
    return token;
  }

  /** Where those of the last request came from, for people; empty before the first. */
  Optional<String> description() {
    return Optional.ofNullable(description);
  }

  /** The same in the words of an error, with what helps when they are no longer good. */
  synchronized String advice() {
    final String renewal = sources.isEmpty() ? "" : sources.getLast().renewal();
    return "with credentials of " + description().orElse("nobody") + renewal;
  }

  /** Credentials that are good now; {@code UNAUTHENTICATED} if no source has any. */
  AwsCredentialsIdentity resolve() {
    final AwsCredentialsIdentity identity = withOwnClasses(() -> opened().resolve());
    note(identity);
    return identity;
  }

  /** Files of the AWS tools change, and are read again. */
  private synchronized void note(AwsCredentialsIdentity identity) {
    if (last != null && !same(last, identity)) {
      asker++;
    }
    last = identity;
  }

  /** Which ones were used last, as a number that never comes again for others. */
  long asker() {
    return asker;
  }

  /**
   * Looks for other credentials than those, which the service says are no longer good.
   *
   * @return false if there are none, so that there is no use in asking again
   */
  synchronized boolean renewed(AwsCredentialsIdentity refused) {
    if (same(resolve(), refused)) {
      sources.addLast(found()); // others may still use the one before: it is closed at the end
    }
    return !same(resolve(), refused);
  }

  private synchronized CredentialSource opened() {
    if (sources.isEmpty()) {
      sources.addLast(found());
    }
    return sources.getLast();
  }

  private CredentialSource found() {
    final CredentialSource base = base();
    final CredentialSource source =
        settings.role().map(role -> base.assuming(role, region.get())).orElse(base);
    description = source.description();
    return source;
  }

  private CredentialSource base() {
    return settings
        .accessKeyId()
        .map(
            id ->
                new CredentialSource(
                    "user and password", StaticCredentialsProvider.create(keys(id))))
        .or(() -> settings.profile().map(CredentialSource::profile))
        .orElseGet(() -> CredentialSource.ofChain(aws));
  }

  private AwsCredentials keys(String id) {
    final String secret = settings.secretAccessKey().orElseThrow();
    return settings
        .sessionToken()
        .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
        .orElseGet(() -> AwsBasicCredentials.create(id, secret));
  }

  /**
   * The SDK finds its HTTP client through the thread's class loader, which may be a SQL client's.
   */
  private static <T> T withOwnClasses(Supplier<T> action) {
    final Thread thread = Thread.currentThread();
    final ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Credentials.class.getClassLoader());
    try {
      return action.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static boolean same(AwsCredentialsIdentity one, AwsCredentialsIdentity other) {
    return one.accessKeyId().equals(other.accessKeyId())
        && one.secretAccessKey().equals(other.secretAccessKey());
  }

  @Override
  public synchronized void close() {
    sources.forEach(CredentialSource::close);
    sources.clear();
  }
}
