package io.github.bedrockjdbc.emulator.behavior;

import static io.github.bedrockjdbc.emulator.behavior.Knob.knob;

import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.ManifestFate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What can be set of S3. */
public final class StorageKnob {
  /** What becomes of each job's manifest. Default {@link ManifestFate#of}, which is believable. */
  public static final Knob<Function<Job, ManifestFate>> MANIFESTS =
      knob("MANIFESTS", ManifestFate::of);

  /** Objects by their {@code s3://} URI, before those that jobs wrote. */
  public static final Knob<Map<String, String>> OBJECTS = knob("OBJECTS", Map.of());

  /** Buckets that are in another region than the jobs that write to them, by name. */
  public static final Knob<Map<String, String>> BUCKET_REGIONS = knob("BUCKET_REGIONS", Map.of());

  /** How a bucket of another region answers. Default {@link Elsewhere#PERMANENT_REDIRECT}. */
  public static final Knob<Elsewhere> ELSEWHERE = knob("ELSEWHERE", Elsewhere.PERMANENT_REDIRECT);

  /** Buckets that are not there, by name, whatever jobs say. */
  public static final Knob<Predicate<String>> NO_SUCH_BUCKET =
      knob("NO_SUCH_BUCKET", bucket -> false);

  /** Who may list buckets, and so learns that an object is missing. Default all. */
  public static final Knob<Predicate<Caller>> MAY_LIST = knob("MAY_LIST", caller -> true);

  /** Who must not read any object. */
  public static final Knob<Predicate<Caller>> REFUSED = knob("STORAGE_REFUSED", caller -> false);

  /** Whether {@code AccessDenied} names the right that is missing. Default false. */
  public static final Knob<Boolean> TELLING_DENIALS = knob("TELLING_DENIALS", false);

  /** How long an object's answer takes. */
  public static final Knob<Duration> LATENCY = knob("STORAGE_LATENCY", Duration.ZERO);

  /** Of requests for objects. Default without limit. */
  public static final Knob<Optional<RateLimit>> RATE_LIMIT =
      knob("STORAGE_RATE_LIMIT", Optional.empty());

  private StorageKnob() {}
}
