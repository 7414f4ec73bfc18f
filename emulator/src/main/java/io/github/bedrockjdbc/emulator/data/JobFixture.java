package io.github.bedrockjdbc.emulator.data;

import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Believable jobs, the same ones for the same seed: a list that makes each job when it is asked
 * for, so that a million of them take no memory. Job {@code i} depends on {@code i} and the seed
 * alone; the first ten show each status once.
 */
public final class JobFixture extends AbstractList<Job> implements RandomAccess {
  public static final String ACCOUNT = "123456789012";
  public static final String REGION = "us-east-1";

  /** The service has told of these since then; older jobs lack them. */
  private static final Instant INVOCATION_TYPES = Instant.parse("2026-02-01T00:00:00Z");

  private static final Instant COUNTERS = Instant.parse("2026-04-01T00:00:00Z");
  private static final long IDS = (long) Math.pow(36, 12);
  private static final int RECENT_ONE_IN = 40;

  private final int count;
  private final long seed;
  private final String region;
  private final String account;
  private final Instant until;

  private JobFixture(int count, long seed, String region, String account, Instant until) {
    this.count = count;
    this.seed = seed;
    this.region = region;
    this.account = account;
    this.until = until;
  }

  /** That many jobs, in us-east-1 and account 123456789012. */
  public static JobFixture of(int count, long seed) {
    if (count < 0) {
      throw new IllegalArgumentException("count is negative: " + count);
    }
    return new JobFixture(count, seed, REGION, ACCOUNT, FixtureTimes.UNTIL);
  }

  /** The same jobs, as if they had been submitted there. */
  public JobFixture in(String otherRegion, String otherAccount) {
    return new JobFixture(count, seed, otherRegion, otherAccount, until);
  }

  /** The same jobs, moved in time: the last ones have just been submitted at that instant. */
  public JobFixture until(Instant otherUntil) {
    return new JobFixture(count, seed, region, account, otherUntil);
  }

  @Override
  public int size() {
    return count;
  }

  @Override
  public Job get(int index) {
    Objects.checkIndex(index, count);
    // Twice, since neighbouring seeds give neighbouring first numbers.
    final SplittableRandom random =
        new SplittableRandom(new SplittableRandom(seed * 1_000_003 + index).nextLong());
    final JobStatus status = status(index, random);
    final Instant time =
        status.isFinal() ? FixtureTimes.past(index, seed, random) : FixtureTimes.recent(random);
    return known(LifeCycle.in(submitted(time, random), status));
  }

  /** A few jobs change after the last submission; who moves them to now wants no news of later. */
  private Job known(Job job) {
    return until.equals(FixtureTimes.UNTIL) || !job.lastModifiedTime().isAfter(until)
        ? job
        : job.withState(job.status(), job.message(), until, job.endTime(), job.counters());
  }

  private Instant moved(Instant time) {
    return time.plus(Duration.between(FixtureTimes.UNTIL, until));
  }

  private static JobStatus status(int index, SplittableRandom random) {
    if (index < JobStatus.ALL.size()) {
      return JobStatus.ALL.get(index);
    }
    final int chance = random.nextInt(100);
    if (index % RECENT_ONE_IN == 0 && chance < 75) {
      return JobStatus.ALL.get(chance / 15);
    }
    if (chance < 70) {
      return JobStatus.COMPLETED;
    }
    if (chance < 83) {
      return JobStatus.FAILED;
    }
    if (chance < 90) {
      return JobStatus.STOPPED;
    }
    return chance < 95 ? JobStatus.PARTIALLY_COMPLETED : JobStatus.EXPIRED;
  }

  /** What there was at the time goes by the time before it is moved. */
  private Job submitted(Instant time, SplittableRandom random) {
    final Instant submitted = moved(time);
    final String id = Long.toString(random.nextLong(IDS), 36);
    final String team = List.of("claims", "search", "support", "research").get(random.nextInt(4));
    final String bucketOwner = random.nextInt(4) == 0 ? null : account;
    final int hours = random.nextInt(3) > 0 ? 24 : 24 * random.nextInt(1, 8);
    final String key =
        "arn:aws:kms:"
            + region
            + ":"
            + account
            + ":key/"
            + uuid(new SplittableRandom(team.hashCode()));
    final boolean converse = random.nextInt(3) == 0;
    return Job.builder()
        .jobArn(
            "arn:aws:bedrock:"
                + (region + ":" + account + ":model-invocation-job/")
                + ("0".repeat(12 - id.length()) + id))
        .jobName(FixtureNames.pick(submitted, random))
        .modelId(FixtureModels.pick(time, region, account, random))
        .clientRequestToken(random.nextInt(10) == 0 ? null : uuid(random))
        .roleArn("arn:aws:iam::" + account + ":role/service-role/bedrock-batch-" + team)
        .status(JobStatus.SUBMITTED.wire())
        .submitTime(submitted)
        .lastModifiedTime(submitted)
        .input(
            new S3Input(
                "s3://" + team + "-batch-input/" + id + "/input.jsonl",
                random.nextInt(3) == 0 ? null : "JSONL",
                bucketOwner))
        .output(
            new S3Output(
                "s3://" + team + "-batch-output/" + (random.nextBoolean() ? id + "/" : ""),
                random.nextInt(6) == 0 ? key : null,
                bucketOwner))
        .vpcConfig(random.nextInt(12) == 0 ? vpc(random) : null)
        .timeoutDurationInHours(hours)
        .jobExpirationTime(submitted.plus(Duration.ofHours(hours)))
        .modelInvocationType(
            time.isBefore(INVOCATION_TYPES) ? null : converse ? "Converse" : "InvokeModel")
        .counters(time.isBefore(COUNTERS) ? Counters.NONE : Counters.ZERO)
        .build();
  }

  private static String uuid(SplittableRandom random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private static Vpc vpc(SplittableRandom random) {
    final String first = Long.toHexString(0x0a00000000000000L + random.nextLong(1L << 48));
    return new Vpc(
        random.nextBoolean()
            ? List.of("subnet-0" + first)
            : List.of("subnet-0" + first, "subnet-1" + first),
        List.of("sg-0" + first));
  }
}
