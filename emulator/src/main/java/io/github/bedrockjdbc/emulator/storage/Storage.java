package io.github.bedrockjdbc.emulator.storage;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.StorageKnob;
import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.Manifest;
import io.github.bedrockjdbc.emulator.data.ManifestFate;
import io.github.bedrockjdbc.emulator.http.Answer;
import io.github.bedrockjdbc.emulator.http.BucketHost;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import io.github.bedrockjdbc.emulator.world.Buckets;
import io.github.bedrockjdbc.emulator.world.Shelf;
import io.github.bedrockjdbc.emulator.world.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code GetObject}: the manifests of jobs, and objects that a behavior names. */
public final class Storage {
  private static final Pattern MANIFEST =
      Pattern.compile("(?:.*/)?([a-z0-9]{12})/manifest\\.json\\.out", Pattern.DOTALL);
  private static final String EXPECTED_OWNER = "x-amz-expected-bucket-owner";
  private static final String UNKNOWN_KEY =
      "arn:aws:kms:%s:%s:key/0f1e2d3c-0000-4000-8000-4b5a69788796";

  private final World world;

  public Storage(World world) {
    this.world = world;
  }

  /**
   * Answers.
   *
   * @throws ServiceError if the object is refused, or not there
   */
  public Answer object(HttpRequest request, Caller caller, Behavior behavior) {
    final ObjectAddress address =
        ObjectAddress.of(request, name -> find(name, caller, behavior).isPresent());
    checkQuery(request);
    checkRegion(request, address, caller, behavior);
    final Buckets.Bucket bucket =
        find(address.bucket(), caller, behavior)
            .orElseThrow(() -> StorageErrors.noSuchBucket(address.bucket()));
    final String region =
        behavior
            .get(StorageKnob.BUCKET_REGIONS)
            .getOrDefault(bucket.name(), bucket.home().region());
    if (!region.equals(caller.region())) {
      throw StorageErrors.elsewhere(
          behavior.get(StorageKnob.ELSEWHERE), request, address, caller.region(), region);
    }
    checkOwner(request, bucket);
    if (behavior.get(StorageKnob.REFUSED).test(caller)) {
      throw denied(caller, "s3:GetObject", address.arn(), behavior);
    }
    final String placed = behavior.get(StorageKnob.OBJECTS).get(address.uri());
    if (placed != null) {
      return ObjectAnswer.of(request, placed, Instant.EPOCH);
    }
    final Job job =
        job(address, caller, behavior).orElseThrow(() -> missing(caller, address, behavior));
    if (!job.account().equals(caller.account()) && !bucket.owner().equals(caller.account())) {
      throw denied(caller, "s3:GetObject", address.arn(), behavior);
    }
    return manifest(request, job, address, caller, behavior);
  }

  /** What S3 says of anything but {@code GetObject}. */
  public static ServiceError unknown(HttpRequest request) {
    return StorageErrors.methodNotAllowed(request.method());
  }

  private static Answer manifest(
      HttpRequest request, Job job, ObjectAddress address, Caller caller, Behavior behavior) {
    final ManifestFate fate = behavior.get(StorageKnob.MANIFESTS).apply(job);
    final String key =
        Objects.requireNonNullElse(
            job.output().kmsKeyId(), UNKNOWN_KEY.formatted(caller.region(), caller.account()));
    return switch (fate) {
      case MISSING -> throw missing(caller, address, behavior);
      case DENIED -> throw denied(caller, "s3:GetObject", address.arn(), behavior);
      case KMS_DENIED -> throw StorageErrors.kmsDenied(caller, key);
      case KMS_DISABLED -> throw StorageErrors.kmsDisabled(key);
      case KMS_PENDING_DELETION -> throw StorageErrors.kmsPendingDeletion(key);
      default -> ObjectAnswer.of(request, ManifestText.of(Manifest.of(job), fate), written(job));
    };
  }

  /** Parameters are part of what is signed; none but the SDKs' own is known here. */
  private static void checkQuery(HttpRequest request) {
    for (final Map.Entry<String, String> each : request.parameters()) {
      if (!each.equals(Map.entry("x-id", "GetObject"))) {
        throw StorageErrors.invalidArgument(
            each.getKey(), each.getValue(), "This parameter is not known for GetObject");
      }
    }
  }

  /** A host of the service stands for a region, which the signature must name. */
  private static void checkRegion(
      HttpRequest request, ObjectAddress address, Caller caller, Behavior behavior) {
    final Optional<String> asked = BucketHost.region(request.host());
    if (asked.filter(region -> !region.equals(caller.region())).isPresent()) {
      throw StorageErrors.wrongRegion(
          caller.region(),
          behavior.get(StorageKnob.BUCKET_REGIONS).getOrDefault(address.bucket(), asked.get()));
    }
  }

  private Optional<Buckets.Bucket> find(String name, Caller caller, Behavior behavior) {
    final Shelf.Home home = new Shelf.Home(caller.account(), caller.region());
    return world
        .buckets()
        .find(name, home)
        .or(() -> placed(name, home, behavior))
        .filter(each -> !behavior.get(StorageKnob.NO_SUCH_BUCKET).test(each.name()));
  }

  /** A bucket that there is for the sake of an object. */
  private static Optional<Buckets.Bucket> placed(String name, Shelf.Home home, Behavior behavior) {
    return behavior.get(StorageKnob.OBJECTS).keySet().stream()
        .filter(uri -> uri.startsWith("s3://" + name + "/"))
        .map(uri -> new Buckets.Bucket(name, home, home.account()))
        .findFirst();
  }

  private static void checkOwner(HttpRequest request, Buckets.Bucket bucket) {
    final Optional<String> expected = request.header(EXPECTED_OWNER);
    if (expected.isPresent() && !expected.get().matches("[0-9]{12}")) {
      throw new ServiceError(
          400,
          "InvalidBucketOwnerAWSAccountID",
          "The value of the expected bucket owner parameter must be an AWS account ID");
    }
    if (expected.filter(owner -> !owner.equals(bucket.owner())).isPresent()) {
      throw StorageErrors.denied();
    }
  }

  /** The job that writes its manifest there; of several the one nearest to the caller. */
  private Optional<Job> job(ObjectAddress address, Caller caller, Behavior behavior) {
    final Matcher manifest = MANIFEST.matcher(address.key());
    if (!manifest.matches()) {
      return Optional.empty();
    }
    final long key = Long.parseLong(manifest.group(1), 36);
    return world.homes().stream()
        .sorted(
            Comparator.comparing((Shelf.Home home) -> !home.account().equals(caller.account()))
                .thenComparing(home -> !home.region().equals(caller.region()))
                .thenComparing(Shelf.Home::toString))
        .flatMap(home -> world.shelf(home).moment(behavior).find(key).stream())
        .filter(
            job ->
                Manifest.location(job).bucket().equals(address.bucket())
                    && Manifest.location(job).key().equals(address.key()))
        .findFirst();
  }

  private static ServiceError missing(Caller caller, ObjectAddress address, Behavior behavior) {
    return behavior.get(StorageKnob.MAY_LIST).test(caller)
        ? StorageErrors.noSuchKey(address.key())
        : denied(caller, "s3:ListBucket", "arn:aws:s3:::" + address.bucket(), behavior);
  }

  private static ServiceError denied(
      Caller caller, String action, String resource, Behavior behavior) {
    return behavior.get(StorageKnob.TELLING_DENIALS)
        ? StorageErrors.denied(caller, action, resource)
        : StorageErrors.denied();
  }

  /** An object has a time also where its job tells none. */
  private static Instant written(Job job) {
    return job.lastModifiedTime() == null ? job.submitTime() : job.lastModifiedTime();
  }
}
