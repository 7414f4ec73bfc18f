package io.github.bedrockjdbc.adapter.api.auth;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.CredentialSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Who asks: what the settings say, else what the AWS default chain finds, at the first call. No
 * lock is held while it is found out. Safe for several threads.
 */
public final class Credentials implements AutoCloseable {
  /** Where the AWS tools look for a Bedrock API key. */
  private static final String API_KEY_VARIABLE = "AWS_BEARER_TOKEN_BEDROCK";

  private static final String USER = "user and password";

  /** How long a renewal is waited for while what there was is still good. */
  private static final Duration RENEWAL_WAIT = Duration.ofSeconds(1);

  /** What ends sooner counts as over. */
  private static final Duration SHORTEST_REST = Duration.ofSeconds(30);

  private final CredentialSettings settings;
  private final AwsPlace place;
  private final Optional<String> environmentApiKey;
  private final SharedLookup<AwsCredentialsIdentity> lookup;
  private final Renewals renewals = new Renewals();
  private final AtomicReference<Found> found = new AtomicReference<>();
  private volatile String description;
  private final Optional<AwsCredentialsIdentity> given;
  private volatile CredentialSource source; // written by look-ups, of which there is one at a time

  /**
   * What was found last.
   *
   * @param asker a number that never comes again for others
   * @param files what the AWS files said then
   */
  private record Found(AwsCredentialsIdentity identity, long asker, Object files) {}

  /**
   * @param place where a role is assumed
   * @param lookups daemons
   */
  public Credentials(
      CredentialSettings settings,
      Map<String, String> environment,
      AwsPlace place,
      Executor lookups) {
    this.settings = settings;
    this.place = place;
    this.given =
        settings.role().isPresent() ? Optional.empty() : settings.accessKeyId().map(this::keys);
    this.lookup =
        new SharedLookup<>(
            "The credentials" + settings.name().map(name -> " of " + name).orElse(""),
            lookups,
            place.commands()::endAll);
    this.environmentApiKey =
        settings.isExplicit()
            ? Optional.empty()
            : Optional.ofNullable(environment.get(API_KEY_VARIABLE)).filter(key -> !key.isBlank());
  }

  /**
   * The API key to send, if one is to be sent. A key that merely stands in the environment does not
   * go to any endpoint that a URL names.
   */
  public Optional<String> bearerToken(boolean isTrusted) {
    final Optional<String> token =
        settings.apiKey().or(() -> environmentApiKey.filter(key -> isTrusted));
    if (token.isPresent()) {
      description = settings.apiKey().isPresent() ? "apiKey" : API_KEY_VARIABLE;
    }
    return token;
  }

  /** Whether the settings have an API key, and so nothing else that may be used in its place. */
  public boolean areApiKey() {
    return settings.apiKey().isPresent();
  }

  /** What to say of a key of the environment that a host is not sent. */
  public Optional<String> withheld(String host) {
    return environmentApiKey.map(
        key ->
            "%s is not sent to %s, which only the URL names: it goes to AWS hosts by https, to this"
                    .formatted(API_KEY_VARIABLE, host)
                + " machine, and to what AWS_ENDPOINT_URL_BEDROCK or AWS_ENDPOINT_URL name; write it"
                + " as apiKey to send it there");
  }

  /** Where those of the last request came from, for people; empty before the first. */
  public Optional<String> description() {
    return Optional.ofNullable(description);
  }

  /**
   * The same in the words of an error.
   *
   * @param areOver whether to say what renews them
   */
  public String advice(boolean areOver) {
    final CredentialSource used = source;
    return "with credentials of "
        + description().orElse("nobody")
        + (areOver && used != null ? used.renewal() : "");
  }

  /** Credentials that are good now; {@code UNAUTHENTICATED} if no source has any. */
  public AwsCredentialsIdentity resolve(Cancellation cancellation) {
    if (given.isPresent()) {
      description = USER;
      return given.get();
    }
    final Found last = found.get();
    if (last != null && isGoodYet(last)) {
      return lookup
          .get(cancellation, Optional.empty(), this::current, RENEWAL_WAIT)
          .orElse(last.identity);
    }
    return lookup.get(cancellation, Optional.empty(), this::current);
  }

  /** Credentials of the same source that have a time to end, and have not. */
  private boolean isGoodYet(Found last) {
    return last.identity
            .expirationTime()
            .filter(end -> end.isAfter(Instant.now().plus(SHORTEST_REST)))
            .isPresent()
        && last.files.equals(files());
  }

  private Object files() {
    try {
      return place.aws().files().profiles();
    } catch (ApiException unreadable) {
      return "unreadable";
    }
  }

  private AwsCredentialsIdentity current() {
    if (source == null) {
      source = opened();
    }
    return noted(source.resolve());
  }

  /** Files of the AWS tools change, and are read again. */
  private AwsCredentialsIdentity noted(AwsCredentialsIdentity identity) {
    final Found last = found.get();
    final long asker =
        last == null ? 0 : last.asker + (Renewals.same(last.identity, identity) ? 0 : 1);
    found.set(new Found(identity, asker, files()));
    return identity;
  }

  /** Which ones were used last, as a number that never comes again for others. */
  public long asker() {
    final Found last = found.get();
    return last == null ? 0 : last.asker;
  }

  /**
   * Looks for other credentials than those, which the service says are no longer good.
   *
   * @return false if there are none, so that there is no use in asking again
   */
  public boolean renewed(AwsCredentialsIdentity refused, Cancellation cancellation) {
    if (given.isPresent()) {
      return false;
    }
    final AwsCredentialsIdentity now =
        lookup.get(cancellation, Optional.of(refused), () -> otherThan(refused));
    return !Renewals.same(now, refused);
  }

  private AwsCredentialsIdentity otherThan(AwsCredentialsIdentity refused) {
    final AwsCredentialsIdentity now = current();
    if (!Renewals.same(now, refused) || !renewals.begin(refused)) {
      return now;
    }
    final CredentialSource other = opened();
    try {
      final AwsCredentialsIdentity renewed = other.resolve();
      renewals.end(renewed);
      if (Renewals.same(renewed, refused)) {
        other.close();
        return now;
      }
    } catch (ApiException e) {
      renewals.end(refused);
      other.close();
      throw e;
    }
    source.close();
    source = other;
    return noted(other.resolve());
  }

  private CredentialSource opened() {
    final CredentialSource base = base();
    final CredentialSource opened =
        settings.role().map(role -> base.assuming(role, place)).orElse(base);
    description = opened.description();
    return opened;
  }

  private CredentialSource base() {
    return settings
        .accessKeyId()
        .map(id -> new CredentialSource(USER, StaticCredentialsProvider.create(keys(id))))
        .or(() -> settings.profile().map(name -> CredentialSource.profile(name, place)))
        .orElseGet(() -> CredentialChain.first(place));
  }

  private AwsCredentials keys(String id) {
    final String secret = settings.secretAccessKey().orElseThrow();
    return settings
        .sessionToken()
        .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
        .orElseGet(() -> AwsBasicCredentials.create(id, secret));
  }

  /** Waits for nothing: a look-up that is under way closes what it used when it ends. */
  @Override
  public void close() {
    lookup.close(
        () -> {
          if (source != null) {
            source.close();
          }
        });
  }
}
