package io.github.bedrockjdbc.adapter.detail;

import io.github.bedrockjdbc.adapter.api.Percent;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in S3.
 *
 * @param key empty for the bucket itself; never begins with a slash that only separates
 */
record S3Place(String bucket, String key) {
  private static final Pattern URI =
      Pattern.compile(
          "s3://([a-zA-Z0-9][a-zA-Z0-9._-]{1,253}[a-zA-Z0-9])(?:/(.*))?", Pattern.DOTALL);

  static Optional<S3Place> of(String uri) {
    final Matcher parts = URI.matcher(uri);
    return parts.matches()
        ? Optional.of(new S3Place(parts.group(1), parts.group(2) == null ? "" : parts.group(2)))
        : Optional.empty();
  }

  /** Where a job whose output goes here puts its manifest. */
  S3Place manifest(String jobArn) {
    return ofJob(jobArn, "manifest.json.out");
  }

  /** Where a job whose output goes here puts a file. */
  S3Place ofJob(String jobArn, String file) {
    final String folder = key.isEmpty() || key.endsWith("/") ? key : key + "/";
    return new S3Place(bucket, folder + jobArn.substring(jobArn.lastIndexOf('/') + 1) + "/" + file);
  }

  /** The key as a path, percent-encoded. */
  String path() {
    return "/" + Percent.encodedPath(key);
  }

  @Override
  public String toString() {
    return "s3://" + bucket + "/" + key;
  }
}
