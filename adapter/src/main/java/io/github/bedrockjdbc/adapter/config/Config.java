package io.github.bedrockjdbc.adapter.config;

import io.github.bedrockjdbc.adapter.api.Address;
import io.github.bedrockjdbc.adapter.api.ApiService;
import io.github.bedrockjdbc.adapter.api.ApiSettings;
import io.github.bedrockjdbc.adapter.api.CredentialSettings;
import io.github.bedrockjdbc.adapter.api.auth.Regions;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values of all properties of a connection. Equal when every value is, secrets included, so
 * that connections share an engine only with their like.
 */
public final class Config {
  private static final Map<ApiService, Property<Optional<URI>>> ENDPOINTS =
      Map.of(
          ApiService.BEDROCK, Property.ENDPOINT,
          ApiService.S3, Property.S3_ENDPOINT,
          ApiService.TAGGING, Property.TAGGING_ENDPOINT);

  private final Map<Property<?>, Object> values;

  private Config(Map<Property<?>, Object> values) {
    this.values = Map.copyOf(values);
    check();
  }

  /**
   * Reads every value of a map.
   *
   * @param given by key, case aside; an empty value counts as not given
   * @param ignored keys that somebody else reads
   * @throws ConfigException for a key that is unknown or twice there, a value that is refused, or
   *     values that do not go together
   */
  public static Config of(Map<String, String> given, Set<String> ignored) {
    final Map<Property<?>, Object> values = new LinkedHashMap<>();
    given.forEach(
        (key, text) -> {
          if (ignored.contains(key)) {
            return;
          }
          final Property<?> property =
              Property.ofKey(key).orElseThrow(() -> new ConfigException(unknown(key)));
          if (!text.isEmpty() && values.put(property, property.parse(text)) != null) {
            throw new ConfigException("The key " + property + " is set twice");
          }
        });
    return new Config(values);
  }

  /** As {@link #of(Map, Set)}, with no key ignored. */
  public static Config of(Map<String, String> given) {
    return of(given, Set.of());
  }

  /** What to say of a key that is not ours. */
  public static String unknown(String key) {
    return "Unknown key '"
        + key
        + "'"
        + nearestKey(key).map(near -> "; did you mean " + near + "?").orElse("")
        + " Known keys: "
        + Property.ALL.stream().map(Property::key).collect(Collectors.joining(", "));
  }

  /** The key that somebody who wrote this one probably meant. */
  public static Optional<String> nearestKey(String key) {
    return Suggestion.to(key, Property.ALL.stream().map(Property::key).toList());
  }

  /** The value given, else the default. */
  public <T> T get(Property<T> property) {
    @SuppressWarnings("unchecked") // put under this property by its own parse
    final T value = (T) values.get(property);
    return value == null ? property.defaultValue() : value;
  }

  /** What calls need to know, wherever they go. */
  public ApiSettings apiSettings() {
    final Map<ApiService, URI> endpoints = new EnumMap<>(ApiService.class);
    ENDPOINTS.forEach(
        (service, property) -> get(property).ifPresent(uri -> endpoints.put(service, uri)));
    return new ApiSettings(
        endpoints,
        get(Property.ALLOW_INSECURE_ENDPOINT),
        get(Property.FIPS),
        get(Property.DUALSTACK),
        get(Property.REQUESTS_PER_SECOND),
        get(Property.MAX_ATTEMPTS),
        get(Property.CONNECT_TIMEOUT),
        get(Property.REQUEST_TIMEOUT));
  }

  /** Whose jobs are asked for: one for each profile, or for each role. */
  public List<CredentialSettings> accounts() {
    return each(get(Property.PROFILE))
        .flatMap(profile -> each(get(Property.ROLE_ARN)).map(role -> account(profile, role)))
        .toList();
  }

  private CredentialSettings account(Optional<String> profile, Optional<String> role) {
    return new CredentialSettings(
        profile,
        get(Property.USER),
        get(Property.PASSWORD),
        get(Property.SESSION_TOKEN),
        get(Property.API_KEY),
        role.map(this::role));
  }

  private CredentialSettings.Role role(String arn) {
    return new CredentialSettings.Role(
        arn,
        get(Property.EXTERNAL_ID),
        get(Property.ROLE_SESSION_NAME).orElse(CredentialSettings.Role.SESSION_NAME));
  }

  /** The regions to ask in an account; an empty one is what the AWS settings say. */
  public List<Optional<String>> regions(CredentialSettings account) {
    return each(get(Property.REGION)
            .map(
                choice ->
                    choice.isPlain()
                        ? choice.elements()
                        : choice.among(Regions.ofPartition(account))))
        .toList();
  }

  /** Whether a region is asked as one of those that there are, and so need not know the account. */
  public boolean isOneOfMany(String region) {
    return get(Property.REGION).filter(choice -> !choice.names(region)).isPresent();
  }

  private static Stream<Optional<String>> each(Optional<List<String>> given) {
    return given
        .<Stream<Optional<String>>>map(values -> values.stream().map(Optional::of))
        .orElse(Stream.of(Optional.empty()));
  }

  private void check() {
    together(Property.USER, Property.PASSWORD);
    together(Property.PASSWORD, Property.USER);
    together(Property.SESSION_TOKEN, Property.USER);
    apart(Property.API_KEY, Property.USER);
    together(Property.EXTERNAL_ID, Property.ROLE_ARN);
    together(Property.ROLE_SESSION_NAME, Property.ROLE_ARN);
    apart(Property.API_KEY, Property.PROFILE);
    apart(Property.API_KEY, Property.ROLE_ARN);
    if (get(Property.PROFILE).filter(profiles -> profiles.size() > 1).isPresent()) {
      apart(Property.ROLE_ARN, Property.PROFILE, " with more than one name");
    }
    without(Property.FIPS);
    without(Property.DUALSTACK);
    ENDPOINTS
        .values()
        .forEach(property -> get(property).ifPresent(uri -> checkEndpoint(property, uri)));
  }

  private void together(Property<?> one, Property<?> other) {
    if (values.containsKey(one) && !values.containsKey(other)) {
      throw new ConfigException(one + " needs " + other + " beside it");
    }
  }

  private void apart(Property<?> one, Property<?> other) {
    apart(one, other, "");
  }

  private void apart(Property<?> one, Property<?> other, String condition) {
    if (values.containsKey(one) && values.containsKey(other)) {
      throw new ConfigException(one + " and " + other + condition + " are mutually exclusive");
    }
  }

  private void without(Property<Optional<Boolean>> variant) {
    if (get(variant).orElse(false)) {
      ENDPOINTS.values().forEach(endpoint -> apart(variant, endpoint));
    }
  }

  private void checkEndpoint(Property<?> property, URI endpoint) {
    if (endpoint.getRawUserInfo() != null) {
      throw new ConfigException(
          property + " must not contain credentials; use the properties user and password");
    }
    final boolean isSafe = !Address.isPlain(endpoint) || Address.isLoopback(endpoint.getHost());
    if (!isSafe && !get(Property.ALLOW_INSECURE_ENDPOINT)) {
      throw new ConfigException(
          property + " must use https unless it is on this machine or allowInsecureEndpoint=true");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Config config && config.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** What is in force, as it could be written; {@code ***} for a secret; empty if nothing is. */
  public Optional<String> shown(Property<?> property) {
    final Object value = values.get(property);
    if (value == null) {
      return property.defaultText();
    }
    if (property.isSecret()) {
      return Optional.of("***");
    }
    final Object plain = value instanceof Optional<?> optional ? optional.orElseThrow() : value;
    if (plain instanceof List<?> list) {
      return Optional.of(list.stream().map(Object::toString).collect(Collectors.joining(",")));
    }
    return Optional.of(
        plain instanceof Duration length
            ? Long.toString(length.toSeconds())
            : plain instanceof Enum<?> choice
                ? choice.name().toLowerCase(Locale.ROOT)
                : plain.toString());
  }

  /** The values that were given, secrets masked. */
  @Override
  public String toString() {
    return Property.ALL.stream()
        .filter(values::containsKey)
        .map(property -> property + "=" + shown(property).orElse(""))
        .collect(Collectors.joining(";"));
  }
}
