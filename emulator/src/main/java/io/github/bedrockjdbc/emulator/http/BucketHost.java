package io.github.bedrockjdbc.emulator.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hosts that name a bucket, such as {@code claims.s3.us-east-1.amazonaws.com}. */
public final class BucketHost {
  private static final Pattern OF_THE_SERVICE =
      Pattern.compile(
          "(?:(.+)\\.)?s3(?:-fips)?(?:\\.dualstack)?(?:[.-]([a-z0-9-]+))?\\.[a-z0-9.]+");
  private static final Pattern LOCAL = Pattern.compile("(.+)\\.localhost");

  private BucketHost() {}

  /** The bucket; empty if the host names none and the path does. */
  public static Optional<String> bucket(String host) {
    final Matcher local = LOCAL.matcher(host);
    if (local.matches()) {
      return Optional.of(local.group(1)).filter(name -> !name.equals("s3"));
    }
    return group(host, 1);
  }

  /** The region that a host of the service stands for; empty for any other host. */
  public static Optional<String> region(String host) {
    return group(host, 2).filter(region -> region.matches("[a-z]+(-[a-z]+)+-[0-9]"));
  }

  private static Optional<String> group(String host, int group) {
    final Matcher matcher = OF_THE_SERVICE.matcher(host);
    return matcher.matches() ? Optional.ofNullable(matcher.group(group)) : Optional.empty();
  }
}
