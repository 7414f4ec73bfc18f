package io.github.bedrockjdbc.adapter.api.endpoint;

import io.github.bedrockjdbc.adapter.api.Address;
import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.ApiRequest;
import io.github.bedrockjdbc.adapter.api.ApiService;
import io.github.bedrockjdbc.adapter.api.ApiSettings;
import io.github.bedrockjdbc.adapter.api.Percent;
import io.github.bedrockjdbc.adapter.api.auth.AwsSettings;
import io.github.bedrockjdbc.adapter.api.auth.Regions;
import java.net.URI;
import java.util.Locale;
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
 * Where calls of a service in a region go, and how their addresses are spelt.
 *
 * @param base URL without a slash at its end
 * @param isOwn whether its host is the region's own
 * @param isTrusted whether credentials of the environment may go there: not to any endpoint that a
 *     URL names
 */
public record Endpoint(ApiService service, String base, boolean isOwn, boolean isTrusted) {
  /** The partition where S3 has no hosts with validated cryptography. */
  private static final String CHINA = "aws-cn";

  /** Buckets whose names can be part of a host that a certificate covers. */
  private static final Pattern HOST_LABEL = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");

  /** The settings' own, else what the AWS settings say, else the region's. */
  public static Endpoint of(
      ApiService service, ApiSettings settings, AwsSettings aws, String region) {
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
    final Optional<URI> set = settings.endpoint(service);
    final Optional<URI> configured = set.isPresent() ? Optional.empty() : configured(service, aws);
    final Optional<URI> override = set.or(() -> configured);
    if (override.isEmpty()) {
      Regions.ofZone(region)
          .ifPresent(
              of -> {
                throw new ApiException(
                    Kind.SETTING, region + " is an availability zone; its region is " + of);
              });
      return new Endpoint(service, "https://" + host(service, region, fips, dualstack), true, true);
    }
    if (fips || dualstack) {
      throw new ApiException(
          Kind.SETTING,
          "The endpoint %s excludes %s"
              .formatted(override.get().getHost(), fips ? "fips" : "dualstack"));
    }
    configured.ifPresent(uri -> check(uri, settings.allowInsecureEndpoint()));
    return new Endpoint(
        service,
        override.get().toString().replaceAll("/+$", ""),
        false,
        configured.isPresent() || isServiceOrLocal(service, override.get()));
  }

  /** Whether nothing is encrypted on the way to a service, whatever the region. */
  static boolean isPlain(ApiService service, ApiSettings settings, AwsSettings aws) {
    return settings
        .endpoint(service)
        .or(() -> configured(service, aws))
        .filter(Address::isPlain)
        .isPresent();
  }

  private static Optional<URI> configured(ApiService service, AwsSettings aws) {
    if (aws.isOn(
        "aws.ignoreConfiguredEndpointUrls",
        "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
        "ignore_configured_endpoint_urls")) {
      return Optional.empty();
    }
    return aws.ofProcess(service.endpointProperty(), service.endpointVariable())
        .or(() -> aws.ofProcess("aws.endpointUrl", "AWS_ENDPOINT_URL"))
        .or(() -> aws.ofProfile(service.profileName(), "endpoint_url"))
        .or(() -> aws.ofProfile("endpoint_url"))
        .map(text -> parsed(service, text));
  }

  private static URI parsed(ApiService service, String text) {
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
        "The endpoint that the AWS settings name ("
            + service.endpointVariable()
            + ", AWS_ENDPOINT_URL or"
            + " endpoint_url) is not an http or https URL without user, with "
            + Address.PORT
            + " or none");
  }

  private static void check(URI uri, boolean allowInsecure) {
    if (Address.isPlain(uri) && !Address.isLoopback(uri.getHost()) && !allowInsecure) {
      throw new ApiException(
          Kind.SETTING,
          "The endpoint that the AWS settings name is http and not on this machine, which takes"
              + " allowInsecureEndpoint=true");
    }
  }

  private static String host(ApiService service, String region, boolean fips, boolean dualstack) {
    final String name = service.wireName() + (fips ? "-fips" : "");
    final PartitionMetadata partition = PartitionMetadata.of(Region.of(region));
    final boolean hasDualstack = partition.dnsSuffix(key(fips, dualstack)) != null;
    final boolean isOffered = !(service == ApiService.S3 && fips && partition.id().equals(CHINA));
    if (!hasDualstack || !isOffered) {
      throw new ApiException(
          Kind.SETTING,
          "Region %s has no endpoint with %s"
              .formatted(region, fips ? "this choice of fips and dualstack" : "dualstack"));
    }
    return service == ApiService.S3 && dualstack // older than the hosts of the others
        ? name + ".dualstack." + region + "." + partition.dnsSuffix()
        : name + "." + region + "." + partition.dnsSuffix(key(fips, dualstack));
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

  /**
   * Address of a request. A bucket is part of the region's own host where a certificate covers it,
   * else of the path: a host that somebody names need not know every bucket's name.
   */
  public URI uri(ApiRequest<?> request) {
    final Optional<String> inHost =
        request.bucket().filter(name -> isOwn && HOST_LABEL.matcher(name).matches());
    final String host = inHost.map(name -> base.replace("://", "://" + name + ".")).orElse(base);
    final String inPath =
        request
            .bucket()
            .filter(name -> inHost.isEmpty())
            .map(name -> "/" + Percent.encoded(name))
            .orElse("");
    return URI.create(host + inPath + request.path());
  }

  /**
   * Whether an address is this machine's or, by https, one of the service's own: a partition's or a
   * VPC endpoint's of this service. Endpoints of other services may be anybody's.
   */
  private static boolean isServiceOrLocal(ApiService service, URI uri) {
    final String host = uri.getHost().toLowerCase(Locale.ROOT);
    return Address.isLoopback(host)
        || (uri.getScheme().equalsIgnoreCase("https")
            && Region.regions().stream()
                .filter(region -> host.contains("." + region.id() + "."))
                .anyMatch(region -> isService(service, host, region)));
  }

  private static boolean isService(ApiService service, String host, Region region) {
    final String id = Pattern.quote(region.id());
    final PartitionMetadata partition = PartitionMetadata.of(region);
    final String suffix =
        Stream.of(key(false, false), key(true, false), key(false, true), key(true, true))
            .map(partition::dnsSuffix)
            .filter(Objects::nonNull)
            .map(Pattern::quote)
            .distinct()
            .collect(Collectors.joining("|", "(", ")"));
    final String name = service.wireName() + "(-fips)?\\.";
    return host.matches(name + id + "\\." + suffix)
        || host.matches("vpce-[0-9a-z-]+\\." + name + id + "\\.vpce\\." + suffix);
  }
}
