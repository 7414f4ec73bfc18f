package io.github.bedrockjdbc.emulator.storage;

import io.github.bedrockjdbc.emulator.http.BucketHost;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.Percent;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a request for an object asks for.
 *
 * @param key decoded; empty for the bucket itself
 */
record ObjectAddress(String bucket, String key) {
  /**
   * From the host where it names a bucket, else from the path.
   *
   * @param isBucket whether there is a bucket of that name, for hosts that are not the service's
   * @throws ServiceError if there is no bucket or no key
   */
  static ObjectAddress of(HttpRequest request, Predicate<String> isBucket) {
    final String path = request.rawPath().substring(1);
    final int slash = path.indexOf('/');
    final ObjectAddress address =
        BucketHost.bucket(request.host())
            .or(() -> beginning(request.host(), isBucket))
            .map(bucket -> new ObjectAddress(bucket, Percent.decode(path)))
            .orElseGet(
                () ->
                    new ObjectAddress(
                        Percent.decode(slash < 0 ? path : path.substring(0, slash)),
                        slash < 0 ? "" : Percent.decode(path.substring(slash + 1))));
    if (address.key().isEmpty()) {
      // Listing buckets and objects are rights that no caller has.
      throw StorageErrors.denied();
    }
    if (!address.bucket().matches("[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]")) {
      throw new ServiceError(400, "InvalidBucketName", "The specified bucket is not valid.")
          .detail("BucketName", address.bucket());
    }
    return address;
  }

  /** The bucket before a dot of any other host. */
  private static Optional<String> beginning(String host, Predicate<String> isBucket) {
    return IntStream.range(0, host.length())
        .filter(i -> host.charAt(i) == '.')
        .mapToObj(i -> host.substring(0, i))
        .filter(isBucket)
        .findFirst();
  }

  String uri() {
    return "s3://" + bucket + "/" + key;
  }

  String arn() {
    return "arn:aws:s3:::" + bucket + "/" + key;
  }
}
