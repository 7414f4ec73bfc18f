package io.github.bedrockjdbc.emulator.data;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The regions that a system-defined inference profile routes to.
 *
 * @param prefix of the profile's id, such as {@code us}
 * @param label of the profile's name
 * @param regions the profile's own first
 */
public record Geography(String prefix, String label, List<String> regions) {
  private static final Map<String, List<String>> REGIONS =
      Map.of(
          "us", List.of("us-east-1", "us-east-2", "us-west-2"),
          "eu", List.of("eu-central-1", "eu-north-1", "eu-west-1", "eu-west-3"),
          "apac", List.of("ap-northeast-1", "ap-south-1", "ap-southeast-1", "ap-southeast-2"));

  /** The geography of a region. */
  public static Geography of(String region) {
    final String prefix = region.startsWith("ap-") ? "apac" : region.substring(0, 2);
    return new Geography(
        prefix,
        prefix.length() == 2 ? prefix.toUpperCase(Locale.ROOT) : "APAC",
        first(region, REGIONS.getOrDefault(prefix, List.of())));
  }

  /** Where a global profile of a region routes to. */
  public static List<String> world(String region) {
    return first(region, List.of("us-east-1", "eu-west-1", "ap-northeast-1"));
  }

  private static List<String> first(String region, List<String> others) {
    return Stream.concat(Stream.of(region), others.stream()).distinct().limit(5).toList();
  }
}
