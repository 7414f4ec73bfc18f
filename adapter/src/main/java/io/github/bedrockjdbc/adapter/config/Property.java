package io.github.bedrockjdbc.adapter.config;

import io.github.bedrockjdbc.adapter.api.RequestParameter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The connection properties: URL keys, {@code Properties}, operands of a Calcite model. A value is
 * read by its property's own type, never leniently.
 *
 * @param <T> type of the value
 */
public final class Property<T> {
  public static final Property<Optional<RegionChoice>> REGION =
      new Property<>(
          "region",
          null,
          "AWS regions to query, separated by commas: names, patterns such as us-*, or all; a"
              + " leading minus excludes. Default: the AWS region chain.",
          PropertyValue::regions,
          "regions such as us-east-1,eu-west-1, patterns such as us-*, or all, and exclusions"
              + " with a leading minus, each once");
  public static final Property<Optional<List<String>>> PROFILE =
      new Property<>(
          "profile",
          null,
          "AWS profile for credentials and region; separate several by commas, one per account.",
          PropertyValue::profiles,
          "profile names, each once, without line breaks");
  public static final Property<Optional<String>> USER =
      optionalText("user", "AWS access key ID. Default: the AWS credential chain.");
  public static final Property<Optional<String>> PASSWORD =
      secret("password", "AWS secret access key for user.");
  public static final Property<Optional<String>> SESSION_TOKEN =
      secret("sessionToken", "Session token of temporary credentials, with user and password.");
  public static final Property<Optional<String>> API_KEY =
      secret("apiKey", "Bedrock API key, sent instead of a request signature.");
  public static final Property<Optional<List<String>>> ROLE_ARN =
      new Property<>(
          "roleArn",
          null,
          "Role to assume with the credentials of the other settings; separate several by"
              + " commas, one per account.",
          PropertyValue::roles,
          "role ARNs such as arn:aws:iam::123456789012:role/reader, each once");
  public static final Property<Optional<String>> EXTERNAL_ID =
      optional(
          "externalId",
          "External ID that the role's trust policy requires, with roleArn.",
          "[\\w+=,.@:/-]{2,1224}",
          "2 to 1224 letters, digits and +=,.@:/-");
  public static final Property<Optional<String>> ROLE_SESSION_NAME =
      optional(
          "roleSessionName",
          "Session name in AWS logs, with roleArn. Default: bedrock-jobs-jdbc.",
          "[\\w+=,.@-]{2,64}",
          "2 to 64 letters, digits and +=,.@-");
  public static final Property<Optional<URI>> ENDPOINT =
      url("endpoint", "Base URL to use instead of the region's endpoint.");
  public static final Property<Optional<URI>> S3_ENDPOINT =
      url(
          "s3Endpoint",
          "Base URL of S3, for job_details. Default: an endpoint on this machine, then the AWS"
              + " settings, then the region's endpoint.");
  public static final Property<Optional<URI>> TAGGING_ENDPOINT =
      url(
          "taggingEndpoint",
          "Base URL of the Resource Groups Tagging API, for job_details. Default: as for"
              + " s3Endpoint.");
  public static final Property<Boolean> ALLOW_INSECURE_ENDPOINT =
      flag("allowInsecureEndpoint", false, "Allow an http endpoint on another machine.");
  public static final Property<Optional<Boolean>> FIPS =
      optionalFlag(
          "fips", "Use the region's FIPS endpoint. Default: the AWS settings, then false.");
  public static final Property<Optional<Boolean>> DUALSTACK =
      optionalFlag(
          "dualstack",
          "Use the region's dual-stack (IPv6) endpoint. Default: the AWS settings, then false.");
  public static final Property<Boolean> PUSHDOWN =
      flag(
          "pushdown",
          true,
          "Push filters, order and limits down to the service; rows are the same.");
  public static final Property<Integer> PAGE_SIZE =
      number(
          "pageSize",
          RequestParameter.LARGEST_PAGE,
          1,
          RequestParameter.LARGEST_PAGE,
          "Maximum jobs per page of a list request.");
  public static final Property<Integer> PARALLELISM =
      number("parallelism", 4, 1, 64, "Maximum concurrent requests per query.");
  public static final Property<Optional<Integer>> REQUESTS_PER_SECOND =
      new Property<>(
          "requestsPerSecond",
          null,
          "Maximum requests per second, shared by all connections with equal settings. Default:"
              + " unlimited; the driver slows down when the service throttles.",
          text -> Optional.of(PropertyValue.integer(text, 1, 1000)),
          "a whole number from 1 to 1000");
  public static final Property<Integer> MAX_ATTEMPTS =
      number("maxAttempts", 5, 1, 20, "Maximum attempts per request, including the first.");
  public static final Property<Duration> CONNECT_TIMEOUT =
      seconds("connectTimeout", 5, "Timeout for connecting to the service, in seconds.");
  public static final Property<Duration> REQUEST_TIMEOUT =
      seconds("requestTimeout", 30, "Timeout for each attempt of a request, in seconds.");
  public static final Property<Optional<Integer>> MAX_REQUESTS =
      new Property<>(
          "maxRequests",
          null,
          "Maximum requests per query; a query that needs more fails. Default: unlimited.",
          text -> Optional.of(PropertyValue.integer(text, 1, Integer.MAX_VALUE)),
          "a whole number of 1 or more");
  public static final Property<OnUnreachable> ON_UNREACHABLE =
      new Property<>(
          "onUnreachable",
          "fail",
          "Whether an unreachable region or account fails the query (fail) or is left out with"
              + " a warning (skip).",
          PropertyValue::onUnreachable,
          "fail or skip");
  public static final Property<Boolean> READ_MESSAGES =
      flag(
          "readMessages", true, "Read failure messages, with one request per failed job returned.");
  public static final Property<Duration> MAX_AGE =
      new Property<>(
          "maxAge",
          "0",
          "Maximum age of the rows of a query, in seconds: rows that are younger are not requested"
              + " again. 0 requests them for each query.",
          text -> Duration.ofSeconds(PropertyValue.integer(text, 0, 86_400)),
          "seconds from 0 to 86400");
  public static final Property<Boolean> VERIFY =
      flag("verify", false, "Send one request to each region and account when connecting.");

  /** Every property, in the order in which a person would fill them in. */
  public static final List<Property<?>> ALL =
      List.of(
          REGION,
          PROFILE,
          USER,
          PASSWORD,
          SESSION_TOKEN,
          API_KEY,
          ROLE_ARN,
          EXTERNAL_ID,
          ROLE_SESSION_NAME,
          ENDPOINT,
          S3_ENDPOINT,
          TAGGING_ENDPOINT,
          ALLOW_INSECURE_ENDPOINT,
          FIPS,
          DUALSTACK,
          PUSHDOWN,
          PAGE_SIZE,
          PARALLELISM,
          REQUESTS_PER_SECOND,
          MAX_ATTEMPTS,
          CONNECT_TIMEOUT,
          REQUEST_TIMEOUT,
          MAX_REQUESTS,
          ON_UNREACHABLE,
          READ_MESSAGES,
          MAX_AGE,
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
    return !secret && !(accepted.equals(PropertyValue.ENDPOINT) && text.contains("@"));
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

  private static Property<Optional<URI>> url(String key, String description) {
    return new Property<>(key, null, description, PropertyValue::endpoint, PropertyValue.ENDPOINT);
  }

  private static Property<Optional<String>> optionalText(String key, String description) {
    return new Property<>(
        key, null, description, PropertyValue::plainText, "text without line breaks");
  }

  private static Property<Optional<String>> optional(
      String key, String description, String pattern, String accepted) {
    return new Property<>(
        key,
        null,
        description,
        text -> {
          PropertyValue.require(text.matches(pattern));
          return Optional.of(text);
        },
        accepted);
  }

  private static Property<Optional<Boolean>> optionalFlag(String key, String description) {
    return new Property<>(
        key, null, description, text -> Optional.of(PropertyValue.flag(text)), PropertyValue.FLAG);
  }

  private static Property<Optional<String>> secret(String key, String description) {
    return new Property<>(
        key,
        null,
        description,
        PropertyValue::sendable,
        "a value of visible ASCII characters, without surrounding blanks",
        true);
  }

  private static Property<Boolean> flag(String key, boolean byDefault, String description) {
    return new Property<>(
        key, Boolean.toString(byDefault), description, PropertyValue::flag, PropertyValue.FLAG);
  }

  private static Property<Integer> number(
      String key, int byDefault, int least, int most, String description) {
    return new Property<>(
        key,
        Integer.toString(byDefault),
        description,
        text -> PropertyValue.integer(text, least, most),
        "a whole number from " + least + " to " + most);
  }

  private static Property<Duration> seconds(String key, int byDefault, String description) {
    return new Property<>(
        key,
        Integer.toString(byDefault),
        description,
        text -> Duration.ofSeconds(PropertyValue.integer(text, 1, 3600)),
        "seconds from 1 to 3600");
  }
}
