package io.github.bedrockjdbc.emulator;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.data.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Accounts and regions, each with jobs of its own.
 *
 * @param regions those with jobs
 * @param refused regions, or an account's name, a slash and a region
 * @param jobs by account, a slash and region
 */
record Places(
    List<Account> accounts,
    List<String> regions,
    Set<String> refused,
    Map<String, List<Job>> jobs) {
  private static final String REGIONS = "us-east-1,eu-west-1,ap-southeast-2";
  private static final String REFUSED = "prod/eu-west-1";
  private static final String REGION = "[a-z0-9-]{1,20}";

  /** Those that know the accounts though they have no jobs there; me-south-1 is not enabled. */
  private static final String ENABLED =
      """
      us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 ca-west-1 mx-central-1 sa-east-1
      eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3
      ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2
      ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6
      ap-southeast-7 af-south-1 il-central-1 me-central-1
      """;

  private static final Account DEV =
      new Account(
          "dev",
          BedrockEmulator.DEMO_ACCOUNT,
          BedrockEmulator.DEMO_ACCESS_KEY_ID,
          BedrockEmulator.DEMO_SECRET_ACCESS_KEY);

  private static final Account PROD =
      new Account(
          "prod",
          "210987654321",
          "AKIDEMOEMULATOR00001",
          "demo/secret+of+the+emulator+abcdefghij12");

  /** Whose keys open nothing else. */
  record Account(String name, String id, String accessKeyId, String secretAccessKey) {
    private String profile(
        String header, String region, String endpoint, Optional<Path> authorities) {
      return """
          [%s]
          region = %s
          endpoint_url = %s
          aws_access_key_id = %s
          aws_secret_access_key = %s
          """
              .formatted(header, region, endpoint, accessKeyId, secretAccessKey)
          + authorities.map(file -> "ca_bundle = " + file + "\n").orElse("");
    }
  }

  static Places of(Options options) {
    return options.has("load") ? recorded(options) : madeUp(options);
  }

  private static Places madeUp(Options options) {
    final int most = options.number("jobs", BedrockEmulator.DEMO_JOBS, 10_000_000);
    final int seed = options.number("seed", (int) BedrockEmulator.DEMO_SEED, Integer.MAX_VALUE);
    final Instant until = options.asOf().orElseGet(Instant::now);
    final List<String> regions = regions(options);
    final Set<String> refused =
        options.has("refuse") || regions.contains(REFUSED.replaceFirst(".*/", ""))
            ? refused(options)
            : Set.of();
    final Map<String, List<Job>> jobs = new LinkedHashMap<>();
    int place = 0;
    final List<Account> accounts = accounts(options);
    for (final Account account : accounts) {
      for (final String region : regions) {
        jobs.put(
            account.id() + "/" + region,
            JobFixture.of(most / (1 + place), seed + place).in(region, account.id()).until(until));
        place++;
      }
    }
    return new Places(accounts, regions, refused, jobs);
  }

  private static Places recorded(Options options) {
    final Path file = options.file("load").orElseThrow();
    try {
      final List<Job> jobs = Recording.read(file);
      final String account = jobs.isEmpty() ? DEV.id() : jobs.get(0).account();
      final Stream<String> given =
          options.has("region") || jobs.isEmpty() ? regions(options).stream() : Stream.empty();
      final List<String> regions =
          Stream.concat(jobs.stream().map(Job::region), given).distinct().toList();
      final Set<String> refused = options.has("refuse") ? refused(options) : Set.of();
      final Account owner =
          new Account(DEV.name(), account, DEV.accessKeyId(), DEV.secretAccessKey());
      return new Places(
          List.of(owner),
          regions,
          refused,
          jobs.stream().collect(groupingBy(job -> job.account() + "/" + job.region())));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the file: " + e.getMessage(), e);
    }
  }

  private static List<Account> accounts(Options options) {
    final List<String> names = options.list("account", "dev,prod", "dev|prod", "dev, prod or both");
    return Stream.of(DEV, PROD).filter(each -> names.contains(each.name())).toList();
  }

  private static List<String> regions(Options options) {
    return options.list("region", REGIONS, REGION, "a region's name");
  }

  private static Set<String> refused(Options options) {
    return Set.copyOf(
        options.list(
            "refuse",
            REFUSED,
            "none|(?:(?:dev|prod)/)?" + REGION,
            "a region, dev or prod with a slash and a region, or none"));
  }

  /** A region that is refused knows its callers, whether or not it has jobs. */
  Stream<String> knownRegions() {
    return Stream.of(
            regions.stream(),
            refused.stream()
                .filter(each -> !each.equals("none"))
                .map(each -> each.substring(each.indexOf('/') + 1))
                .sorted(),
            Stream.of(ENABLED.split("\\s+")))
        .flatMap(each -> each)
        .distinct();
  }

  boolean isRefused(Caller caller) {
    return accounts.stream()
        .filter(account -> account.id().equals(caller.account()))
        .anyMatch(account -> isRefused(account, caller.region()));
  }

  private boolean isRefused(Account account, String region) {
    return refused.contains(region) || refused.contains(account.name() + "/" + region);
  }

  void writeProfiles(Path file, String endpoint, Optional<Path> authorities) {
    final String first = regions.get(0);
    try {
      Files.writeString(
          file,
          Stream.concat(
                  Stream.of(accounts.get(0).profile("default", first, endpoint, authorities)),
                  accounts.stream()
                      .map(
                          each ->
                              each.profile("profile " + each.name(), first, endpoint, authorities)))
              .collect(joining("\n")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the file: " + e.getMessage(), e);
    }
  }

  String welcome(String endpoint, Options options) {
    final Account first = accounts.get(0);
    final String region = regions.get(0);
    return """
        Jobs at %1$s, as they are %2$s:

        %3$s
        JDBC:
          jdbc:bedrock:region=%4$s;endpoint=%1$s;user=%5$s;password=%6$s

          access key id      %5$s
          secret access key  %6$s

        %9$scurl:
          curl%10$s --aws-sigv4 "aws:amz:%7$s:bedrock" --user '%5$s:%6$s' '%1$s/model-invocation-jobs?maxResults=3'

        %8$s
        Ctrl-C ends it.
        """
        .formatted(
            endpoint,
            options.asOf().map(time -> "at " + time).orElse("now"),
            list(),
            String.join(",", regions),
            first.accessKeyId(),
            first.secretAccessKey(),
            region,
            options
                .file("profiles")
                .map(
                    file ->
                        "AWS profiles:\n  export AWS_CONFIG_FILE=" + file.toAbsolutePath() + "\n")
                .orElse("--profiles FILE writes AWS profiles of all accounts.\n"),
            options
                .file("tls")
                .map(
                    file ->
                        "Certificate:\n  export AWS_CA_BUNDLE=" + file.toAbsolutePath() + "\n\n")
                .orElse(""),
            options.file("tls").map(file -> " --cacert " + file.toAbsolutePath()).orElse(""));
  }

  private String list() {
    return accounts.stream()
        .flatMap(account -> regions.stream().map(region -> line(account, region)))
        .collect(joining());
  }

  private String line(Account account, String region) {
    return String.format(
        Locale.ROOT,
        "  %-4s  %s  %-15s  jobs: %d%s\n",
        account.name(),
        account.id(),
        region,
        jobs.getOrDefault(account.id() + "/" + region, List.of()).size(),
        isRefused(account, region) ? ", but listing them is refused" : "");
  }
}
