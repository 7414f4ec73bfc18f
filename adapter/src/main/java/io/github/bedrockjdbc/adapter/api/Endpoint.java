package io.github.bedrockjdbc.adapter.api;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** Where a region's calls go, and how their addresses are spelt. */
final class Endpoint {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  private final String base;

  Endpoint(Optional<URI> override, String region) {
    this.base =
        override
            .map(uri -> uri.toString().replaceAll("/+$", ""))
            .orElseGet(() -> "https://bedrock." + region + "." + dnsSuffix(region));
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

  /** Whether an address is this machine's or belongs to a partition's own domain. */
  static boolean isServiceOrLocal(URI uri) {
    final String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    return isLoopback(uri)
        || Region.regions().stream()
            .map(Region::id)
            .anyMatch(region -> host.equals("bedrock." + region + "." + dnsSuffix(region)));
  }

  static boolean isLoopback(URI uri) {
    return uri.getHost() != null && LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
  }

  private static String dnsSuffix(String region) {
    return PartitionMetadata.of(Region.of(region)).dnsSuffix();
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
