package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.Address;
import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.ApiSettings;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.auth.AwsSettings;
import io.github.bedrockjdbc.adapter.api.auth.Regions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.regions.EndpointTag;
import software.amazon.awssdk.regions.PartitionEndpointKey;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Where a region's calls go, and how their addresses are spelt.
 *
 * @param base URL without a slash at its end
 * @param isTrusted whether credentials of the environment may go there: not to any endpoint that a
 *     URL names
 */
record Endpoint(String base, boolean isTrusted) {
  /** The settings' own, else what the AWS settings say, else the region's. */
  static Endpoint of(ApiSettings settings, AwsSettings aws, String region) {
    final boolean fips =
        settings
            .fips()
            .orElseGet(
                () ->
                    aws.isOn("aws.useFipsEndpoint", "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint"));
    final boolean dualstack =
        settings
            .dualstack()
            .orElseGet(
                () ->
                    aws.isOn(
                        "aws.useDualstackEndpoint",
                        "AWS_USE_DUALSTACK_ENDPOINT",
                        "use_dualstack_endpoint"));
    final Optional<URI> configured =
        settings.endpoint().isPresent() ? Optional.empty() : configured(aws);
    final Optional<URI> override = settings.endpoint().or(() -> configured);
    if (override.isEmpty()) {
      Regions.ofZone(region)
          .ifPresent(
              of -> {
                throw new ApiException(
                    Kind.SETTING, region + " is an availability zone; its region is " + of);
              });
      return new Endpoint("https://" + host(region, fips, dualstack), true);
    }
    if (fips || dualstack) {
      throw new ApiException(
          Kind.SETTING,
          "The endpoint %s excludes %s"
              .formatted(override.get().getHost(), fips ? "fips" : "dualstack"));
    }
    configured.ifPresent(uri -> check(uri, settings.allowInsecureEndpoint()));
    return new Endpoint(
        override.get().toString().replaceAll("/+$", ""),
        configured.isPresent() || isServiceOrLocal(override.get()));
  }

  private static Optional<URI> configured(AwsSettings aws) {
    if (aws.isOn(
        "aws.ignoreConfiguredEndpointUrls",
        "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
        "ignore_configured_endpoint_urls")) {
      return Optional.empty();
    }
    return aws.ofProcess("aws.endpointUrlBedrock", "AWS_ENDPOINT_URL_BEDROCK")
        .or(() -> aws.ofProcess("aws.endpointUrl", "AWS_ENDPOINT_URL"))
        .or(() -> aws.ofProfile("bedrock", "endpoint_url"))
        .or(() -> aws.ofProfile("endpoint_url"))
        .map(Endpoint::parsed);
  }

  private static URI parsed(String text) {
    try {
      final URI uri = URI.create(text);
      if (uri.getHost() != null
          && uri.getRawUserInfo() == null
          && Address.isPort(uri.getPort())
          && String.valueOf(uri.getScheme()).matches("(?i)https?")) {
        return uri;
      }
    } catch (IllegalArgumentException quotesTheText) {
      // said below
    }
    throw new ApiException(
        Kind.SETTING,
        "The endpoint that the AWS settings name (AWS_ENDPOINT_URL_BEDROCK, AWS_ENDPOINT_URL or"
            + " endpoint_url) is not an http or https URL without user, with "
            + Address.PORT
            + " or none");
  }

  private static void check(URI uri, boolean allowInsecure) {
    if (uri.getScheme().equalsIgnoreCase("http")
        && !Address.isLoopback(uri.getHost())
        && !allowInsecure) {
      throw new ApiException(
          Kind.SETTING,
          "The endpoint that the AWS settings name is http and not on this machine, which takes"
              + " allowInsecureEndpoint=true");
    }
  }

  private static String host(String region, boolean fips, boolean dualstack) {
    final String suffix = PartitionMetadata.of(Region.of(region)).dnsSuffix(key(fips, dualstack));
    if (suffix == null) {
      throw new ApiException(
          Kind.SETTING,
          "Region %s has no endpoint with %s"
              .formatted(region, fips ? "this choice of fips and dualstack" : "dualstack"));
    }
    return "bedrock" + (fips ? "-fips" : "") + "." + region + "." + suffix;
  }

  private static PartitionEndpointKey key(boolean fips, boolean dualstack) {
    final PartitionEndpointKey.Builder key = PartitionEndpointKey.builder();
    if (fips && dualstack) {
      key.tags(EndpointTag.FIPS, EndpointTag.DUALSTACK);
    } else if (fips || dualstack) {
      key.tags(fips ? EndpointTag.FIPS : EndpointTag.DUALSTACK);
    }
    return key.build();
  }

  /** Address of the list operation. */
  URI list(ListRequest request) {
    final String query =
        request.parameters().entrySet().stream()
            .map(entry -> entry.getKey().wireName() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return URI.create(base + "/model-invocation-jobs" + (query.isEmpty() ? "" : "?" + query));
  }

  /** Address of one job: the whole ARN is one path segment. */
  URI job(String jobArn) {
    return URI.create(base + "/model-invocation-job/" + encoded(jobArn));
  }

  /**
   * Whether an address is this machine's or, by https, one of the service's own: a partition's or a
   * VPC endpoint's of this service. Endpoints of other services may be anybody's.
   */
  private static boolean isServiceOrLocal(URI uri) {
    final String host = uri.getHost().toLowerCase(Locale.ROOT);
    return Address.isLoopback(host)
        || (uri.getScheme().equalsIgnoreCase("https")
            && Region.regions().stream()
                .filter(region -> host.contains("." + region.id() + "."))
                .anyMatch(region -> isService(host, region)));
  }

  private static boolean isService(String host, Region region) {
    final String id = Pattern.quote(region.id());
    final PartitionMetadata partition = PartitionMetadata.of(region);
    final String suffix =
        Stream.of(key(false, false), key(true, false), key(false, true), key(true, true))
            .map(partition::dnsSuffix)
            .filter(Objects::nonNull)
            .map(Pattern::quote)
            .distinct()
            .collect(Collectors.joining("|", "(", ")"));
    return host.matches("bedrock(-fips)?\\." + id + "\\." + suffix)
        || host.matches("vpce-[0-9a-z-]+\\.bedrock(-fips)?\\." + id + "\\.vpce\\." + suffix);
  }

  /** RFC 3986, as signatures want it: everything but letters, digits and {@code -._~}. */
  private static String encoded(String text) {
    final Map<String, String> formToUri = Map.of("+", "%20", "*", "%2A", "%7E", "~");
    String result = URLEncoder.encode(text, StandardCharsets.UTF_8);
    for (Map.Entry<String, String> difference : formToUri.entrySet()) {
      result = result.replace(difference.getKey(), difference.getValue());
    }
    return result;
  }
}
