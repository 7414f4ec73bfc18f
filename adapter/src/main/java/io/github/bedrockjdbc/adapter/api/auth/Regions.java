package io.github.bedrockjdbc.adapter.api.auth;

import io.github.bedrockjdbc.adapter.api.CredentialSettings;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;
import software.amazon.awssdk.regions.ServiceMetadata;

/** The regions of the service, from the SDK's own list. */
public final class Regions {
  private static final String SERVICE = "bedrock";
  private static final Pattern REGION_IN_HOST =
      Pattern.compile("^[\\w-]+\\.([a-z0-9-]+-\\d\\w*)\\.");

  private Regions() {}

  /** All regions of the service, in all partitions. */
  public static List<String> ofService() {
    return ServiceMetadata.of(SERVICE).regions().stream()
        .filter(region -> !partitionOf(region).isEmpty())
        .map(Region::id)
        .toList();
  }

  /** All regions of the service in an account's partition; asks nobody, but may read AWS files. */
  public static List<String> ofPartition(CredentialSettings account) {
    final String partition = partition(account);
    return ServiceMetadata.of(SERVICE).regions().stream()
        .filter(region -> partition.equals(partitionOf(region)))
        .map(Region::id)
        .toList();
  }

  /** That of the region which the AWS settings name; credentials do not tell theirs. */
  private static String partition(CredentialSettings account) {
    final AwsSettings aws = new AwsSettings(System.getenv(), account.profile());
    final Optional<String> profile = aws.ofProfile("region");
    final Optional<String> process = aws.ofProcess("aws.region", "AWS_REGION");
    final Optional<String> named =
        account.profile().isPresent() ? profile : process.or(() -> profile);
    return partitionOf(named.map(Region::of).orElse(Region.US_EAST_1));
  }

  private static String partitionOf(Region region) {
    final RegionMetadata known = region.metadata();
    return known == null ? "" : known.partition().id();
  }

  /** Whether it may be the name of one, known or not. */
  static boolean isName(String text) {
    return text.matches("[A-Za-z0-9-]{1,63}");
  }

  /** Whether the SDK knows it; one that is newer than the SDK may be there all the same. */
  static boolean isKnown(String region) {
    return Region.regions().stream().anyMatch(each -> each.id().equals(region));
  }

  /** The region that an availability zone such as {@code us-east-1a} belongs to. */
  public static Optional<String> ofZone(String name) {
    return Region.regions().stream()
        .map(Region::id)
        .filter(region -> name.matches(region + "(-[a-z]{3}-\\d)?[a-z]"))
        .findFirst();
  }

  /** What to say of a region that does not answer: nothing if it is known. */
  public static String hint(String region) {
    if (isKnown(region)) {
      return "";
    }
    final List<String> near = nearest(region);
    return "; '"
        + region
        + "' is not a known region"
        + (near.isEmpty() ? "" : ": did you mean " + String.join(" or ", near) + "?");
  }

  /** Those that differ least, if they do not differ much. */
  private static List<String> nearest(String region) {
    final LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    final Map<Integer, List<String>> near =
        Region.regions().stream()
            .filter(each -> !each.isGlobalRegion())
            .map(Region::id)
            .sorted()
            .collect(Collectors.groupingBy(each -> distance.apply(region, each)));
    final int least = Collections.min(near.keySet());
    return least <= region.length() / 3 ? near.get(least) : List.of();
  }

  /** The same for the region in the name of an AWS host. */
  static String hintForHost(String host) {
    final Matcher region = REGION_IN_HOST.matcher(host);
    return host.contains(".amazonaws.com") && region.find() ? hint(region.group(1)) : "";
  }
}
