package io.github.bedrockjdbc.emulator.world;

import io.github.bedrockjdbc.emulator.data.S3Output;
import io.github.bedrockjdbc.emulator.data.S3Uri;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The buckets that jobs write to. Generated jobs of all accounts and regions share their names, so
 * each place has its own.
 */
public final class Buckets {
  private final Map<Shelf.Home, Map<String, String>> owners = new ConcurrentHashMap<>();

  /**
   * A bucket.
   *
   * @param home of the jobs that write to it
   * @param owner an account
   */
  public record Bucket(String name, Shelf.Home home, String owner) {}

  Buckets() {}

  void add(Shelf.Home home, S3Output output) {
    S3Uri.of(output.uri())
        .ifPresent(
            uri ->
                owners
                    .computeIfAbsent(home, each -> new TreeMap<>())
                    .merge(
                        uri.bucket(),
                        output.bucketOwner() == null ? home.account() : output.bucketOwner(),
                        // One that a job names says more than one that is only taken for granted.
                        (one, other) -> one.equals(home.account()) ? other : one));
  }

  /** The bucket of that name; of several the one nearest to the place. */
  public Optional<Bucket> find(String name, Shelf.Home near) {
    return owners.entrySet().stream()
        .filter(each -> each.getValue().containsKey(name))
        .map(each -> new Bucket(name, each.getKey(), each.getValue().get(name)))
        .min(
            Comparator.comparing((Bucket bucket) -> !bucket.home().region().equals(near.region()))
                .thenComparing(bucket -> !bucket.home().account().equals(near.account()))
                .thenComparing(bucket -> bucket.home().toString()));
  }
}
