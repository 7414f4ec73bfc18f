package io.github.bedrockjdbc.emulator.data;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of an {@code s3://} URI. */
public record S3Uri(String bucket, String key) {
  private static final Pattern PATTERN = Pattern.compile("s3://([^/]+)(?:/(.*))?");

  /** Empty if the text, which may be null, is no such URI. */
  public static Optional<S3Uri> of(String text) {
    final Matcher matcher = PATTERN.matcher(text == null ? "" : text);
    return matcher.matches()
        ? Optional.of(new S3Uri(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2)))
        : Optional.empty();
  }

  /** What lies below this, which may end with a slash. */
  S3Uri below(String path) {
    return new S3Uri(bucket, key.isEmpty() || key.endsWith("/") ? key + path : key + "/" + path);
  }
}
