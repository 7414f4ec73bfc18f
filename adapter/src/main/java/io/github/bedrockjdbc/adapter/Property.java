package io.github.bedrockjdbc.adapter;

import io.github.bedrockjdbc.adapter.api.RequestParameter;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The connection properties: URL keys, {@code Properties}, operands of a Calcite model. A value is
 * read by its property's own type, never leniently.
 *
 * @param <T> type of the value
 */
public final class Property<T> {
  public static final Property<Optional<List<String>>> REGION =
      new Property<>(
          "region",
          null,
          "AWS region to ask, several separated by commas, or all. Default: the AWS region chain.",
          Property::regions,
          "regions such as us-east-1,eu-west-1, each once, or all alone");
  public static final Property<Optional<List<String>>> PROFILE =
      new Property<>(
          "profile",
          null,
          "AWS profile that gives credentials and region; several, separated by commas, are several"
              + " accounts.",
          Property::profiles,
          "names of profiles, each once, without line breaks");
  public static final Property<Optional<String>> USER =
      optionalText("user", "AWS access key id. Default: the AWS credential chain.");
  public static final Property<Optional<String>> PASSWORD =
      secret("password", "AWS secret access key that goes with user.");
  public static final Property<Optional<String>> SESSION_TOKEN =
      secret("sessionToken", "Session token of temporary credentials, with user and password.");
  public static final Property<Optional<String>> API_KEY =
      secret("apiKey", "Bedrock API key, sent instead of a signature.");
  public static final Property<Optional<URI>> ENDPOINT =
      new Property<>(
          "endpoint",
          null,
          "Base URL to call instead of the region's own.",
          Property::endpoint,
          "an http or https URL without user, query or fragment");
  public static final Property<Boolean> ALLOW_INSECURE_ENDPOINT =
      flag("allowInsecureEndpoint", false, "Allow an http endpoint that is not on this machine.");
  public static final Property<Boolean> PUSHDOWN =
      flag("pushdown", true, "false sends no filter and no limit; the rows are the same.");
  public static final Property<Integer> PAGE_SIZE =
      number(
          "pageSize",
          RequestParameter.LARGEST_PAGE,
          1,
          RequestParameter.LARGEST_PAGE,
          "Jobs asked for with one request of a walk.");
  public static final Property<Integer> PARALLELISM =
      number("parallelism", 4, 1, 64, "Requests that one query may have under way at once.");
  public static final Property<Integer> MAX_ATTEMPTS =
      number("maxAttempts", 5, 1, 20, "Tries of one request, the first included.");
  public static final Property<Duration> CONNECT_TIMEOUT =
      seconds("connectTimeout", 5, "Seconds that making a connection to the service may take.");
  public static final Property<Duration> REQUEST_TIMEOUT =
      seconds("requestTimeout", 30, "Seconds that one try of a request may take.");
  public static final Property<Optional<Integer>> MAX_REQUESTS =
      new Property<>(
          "maxRequests",
          null,
          "A query that needs more requests than this fails. Default: unlimited.",
          text -> Optional.of(integer(text, 1, Integer.MAX_VALUE)),
          "a whole number from 1 on");
  public static final Property<OnUnreachable> ON_UNREACHABLE =
      new Property<>(
          "onUnreachable",
          "fail",
          "What happens if a region or account does not answer: the query fails, or goes on without"
              + " it (skip), with a warning.",
          Property::onUnreachable,
          "fail or skip");
  public static final Property<Boolean> READ_MESSAGES =
      flag("readMessages", true, "Read why a job failed, one request for each failed job shown.");
  public static final Property<Boolean> VERIFY =
      flag("verify", false, "Ask each region and account for one job when connecting.");

  /** The value of {@link #REGION} that stands for every region of the service. */
  static final String ALL_REGIONS = "all";

  /** Every property, in the order in which a person would fill them in. */
  public static final List<Property<?>> ALL =
      List.of(
          REGION,
          PROFILE,
          USER,
          PASSWORD,
          SESSION_TOKEN,
          API_KEY,
          ENDPOINT,
          ALLOW_INSECURE_ENDPOINT,
          PUSHDOWN,
          PAGE_SIZE,
          PARALLELISM,
          MAX_ATTEMPTS,
          CONNECT_TIMEOUT,
          REQUEST_TIMEOUT,
          MAX_REQUESTS,
          ON_UNREACHABLE,
          READ_MESSAGES,
          VERIFY);

  private final String key;
  private final String defaultText;
  private final String description;
  private final Function<String, T> type;
  private final String accepted;
  private final boolean secret;

  private Property(
      String key,
      String defaultText,
      String description,
      Function<String, T> type,
      String accepted) {
    this(key, defaultText, description, type, accepted, false);
  }

  private Property(
      String key,
      String defaultText,
      String description,
      Function<String, T> type,
      String accepted,
      boolean secret) {
    this.key = key;
    this.defaultText = defaultText;
    this.description = description;
    this.type = type;
    this.accepted = accepted;
    this.secret = secret;
  }

  /** The key, as documented; matched without regard to case. */
  public String key() {
    return key;
  }

  /** The default as text; empty where none is set or another source decides. */
  public Optional<String> defaultText() {
    return Optional.ofNullable(defaultText);
  }

  /** One sentence for people. */
  public String description() {
    return description;
  }

  /** The only values that it takes; empty if there are too many to list. */
  public List<String> choices() {
    return accepted.matches("\\w+ or \\w+") ? List.of(accepted.split(" or ")) : List.of();
  }

  /** Whether the value must never be shown. */
  public boolean isSecret() {
    return secret;
  }

  /** Whether this value, which may be a wrong one, can be shown: a URL may hold a password. */
  public boolean isShowable(String text) {
    return !secret && !(this == ENDPOINT && text.contains("@"));
  }

  /** The property of that key, case aside. */
  public static Optional<Property<?>> ofKey(String key) {
    return ALL.stream().filter(property -> property.key.equalsIgnoreCase(key)).findFirst();
  }

  /** Reads a value that was given; throws {@link ConfigException}. */
  T parse(String text) {
    try {
      return type.apply(text);
    } catch (IllegalArgumentException e) {
      final String shown = isShowable(text) ? ", not '" + text + "'" : "";
      throw new ConfigException(key + " takes " + accepted + shown);
    }
  }

  /** The value where none was given; null stands for an empty {@code Optional}. */
  @SuppressWarnings("unchecked") // the default of a property without text is always an Optional
  T defaultValue() {
    return defaultText == null ? (T) Optional.empty() : type.apply(defaultText);
  }

  @Override
  public String toString() {
    return key;
  }

  private static Property<Optional<String>> optionalText(String key, String description) {
    return new Property<>(key, null, description, Property::plainText, "text without line breaks");
  }

  private static Property<Optional<String>> secret(String key, String description) {
    return new Property<>(
        key,
        null,
        description,
        Property::sendable,
        "a value of visible ASCII characters, without surrounding blanks",
        true);
  }

  private static Property<Boolean> flag(String key, boolean byDefault, String description) {
    return new Property<>(
        key, Boolean.toString(byDefault), description, Flag::parse, Flag.ACCEPTED);
  }

  private static Property<Integer> number(
      String key, int byDefault, int least, int most, String description) {
    return new Property<>(
        key,
        Integer.toString(byDefault),
        description,
        text -> integer(text, least, most),
        "a whole number from " + least + " to " + most);
  }

  private static Property<Duration> seconds(String key, int byDefault, String description) {
    final int most = 3600;
    return new Property<>(
        key,
        Integer.toString(byDefault),
        description,
        text -> Duration.ofSeconds(integer(text, 1, most)),
        "seconds from 1 to " + most);
  }

  private static Optional<String> plainText(String text) {
    require(text.equals(text.strip()) && text.chars().noneMatch(Character::isISOControl));
    return Optional.of(text);
  }

  /** What can stand in a header; the HTTP client would quote anything else. */
  private static Optional<String> sendable(String text) {
    require(text.equals(text.strip()) && text.chars().allMatch(c -> c >= ' ' && c <= '~'));
    return Optional.of(text);
  }

  private static Optional<List<String>> regions(String text) {
    final List<String> regions = list(text);
    require(regions.stream().allMatch(region -> region.matches("[a-z0-9-]{1,20}")));
    require(regions.size() == 1 || !regions.contains(ALL_REGIONS));
    return Optional.of(regions);
  }

  private static Optional<List<String>> profiles(String text) {
    final List<String> profiles = list(text);
    profiles.forEach(Property::plainText);
    return Optional.of(profiles);
  }

  private static List<String> list(String text) {
    final List<String> elements = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    require(elements.stream().distinct().count() == elements.size());
    require(elements.stream().noneMatch(String::isEmpty));
    return elements;
  }

  private static OnUnreachable onUnreachable(String text) {
    return OnUnreachable.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static Optional<URI> endpoint(String text) {
    final URI uri = URI.create(text);
    require(uri.getScheme() != null && uri.getHost() != null);
    require(uri.getScheme().toLowerCase(Locale.ROOT).matches("https?"));
    require(Arrays.asList(uri.getQuery(), uri.getFragment()).stream().allMatch(p -> p == null));
    return Optional.of(uri);
  }

  private static int integer(String text, int least, int most) {
    final int value = Integer.parseInt(text);
    require(value >= least && value <= most);
    return value;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException();
    }
  }
}
