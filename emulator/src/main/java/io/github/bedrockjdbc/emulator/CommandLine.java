package io.github.bedrockjdbc.emulator;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.behavior.ModelKnob;
import io.github.bedrockjdbc.emulator.behavior.StorageKnob;
import io.github.bedrockjdbc.emulator.behavior.TaggingKnob;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.data.Recording;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** The emulator from a shell. */
final class CommandLine {
  private static final String HELP =
      """
      Usage: java -jar bedrock-jobs-emulator.jar [option value]...

      Answers on the loopback address until it is interrupted:
      ListModelInvocationJobs, GetModelInvocationJob, ListFoundationModels,
      ListInferenceProfiles, GetObject of S3 for the jobs' manifests, and
      GetResources for their tags.

        --port n       port to listen on; 0 is any free one (8765)
        --jobs n       how many jobs to make up (2000)
        --seed n       another seed, other jobs (1)
        --region r     their region (us-east-1)
        --load file    recorded jobs instead: JSON with invocationJobSummaries
        --page-cap n   no page holds more jobs, 1 to 1000 (1000)
        --latency ms   how long each answer takes (0)
        --help         this text
      """;

  private static final Set<String> OPTIONS =
      Set.of("port", "jobs", "seed", "region", "load", "page-cap", "latency");

  private final Map<String, String> values;

  private CommandLine(Map<String, String> values) {
    this.values = values;
  }

  /** Runs until the process ends; returns early with an exit status if it cannot start. */
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.contains("--help")) {
      out.print(HELP);
      return 0;
    }
    try {
      final BedrockEmulator emulator = start(arguments, out);
      Runtime.getRuntime().addShutdownHook(new Thread(emulator::close));
      new CountDownLatch(1).await();
      return 0;
    } catch (IOException e) {
      err.println("bedrock-jobs-emulator: cannot read the file: " + e.getMessage());
    } catch (IllegalArgumentException | UncheckedIOException e) {
      err.println("bedrock-jobs-emulator: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
    return 2;
  }

  /** Starts the emulator that the arguments ask for, and says how to reach it. */
  static BedrockEmulator start(List<String> arguments, PrintStream out) throws IOException {
    final CommandLine line = new CommandLine(values(arguments));
    final List<Job> jobs = line.jobs();
    final String account = jobs.isEmpty() ? BedrockEmulator.DEMO_ACCOUNT : jobs.get(0).account();
    final List<String> regions = line.regions(jobs);
    final Duration latency = Duration.ofMillis(line.number("latency", 0, 3_600_000));
    final BedrockEmulator emulator =
        BedrockEmulator.builder()
            .jobs(jobs)
            .region(regions.get(0), regions.subList(1, regions.size()).toArray(String[]::new))
            .credentials(
                BedrockEmulator.DEMO_ACCESS_KEY_ID, BedrockEmulator.DEMO_SECRET_ACCESS_KEY, account)
            .port(line.number("port", 8765, 65_535))
            .behavior(
                Behavior.standard()
                    .with(Knob.PAGE_CAP, line.number("page-cap", 1000, 1000))
                    .with(Knob.LIST_LATENCY, latency)
                    .with(Knob.GET_LATENCY, latency)
                    .with(ModelKnob.LATENCY, latency)
                    .with(StorageKnob.LATENCY, latency)
                    .with(TaggingKnob.LATENCY, latency))
            .start();
    out.print(welcome(emulator, jobs.size(), regions.get(0), account));
    out.flush();
    return emulator;
  }

  private static String welcome(BedrockEmulator emulator, int jobs, String region, String account) {
    return """
        %1$d jobs at %2$s (region %3$s, account %4$s)

          access key id      %5$s
          secret access key  %6$s

        JDBC:
          jdbc:bedrock:region=%3$s;endpoint=%2$s;user=%5$s;password=%6$s

        curl:
          curl --aws-sigv4 "aws:amz:%3$s:bedrock" --user '%5$s:%6$s' '%2$s/model-invocation-jobs?maxResults=3'

        Ctrl-C ends it.
        """
        .formatted(
            jobs,
            emulator.endpoint(),
            region,
            account,
            BedrockEmulator.DEMO_ACCESS_KEY_ID,
            BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
  }

  private static Map<String, String> values(List<String> arguments) {
    final Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      final String name = arguments.get(i).replaceFirst("^--", "");
      if (!arguments.get(i).startsWith("--") || !OPTIONS.contains(name)) {
        throw new IllegalArgumentException("unknown argument " + arguments.get(i) + "; see --help");
      }
      if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException("--" + name + " takes a value; see --help");
      }
      if (values.put(name, arguments.get(i + 1)) != null) {
        throw new IllegalArgumentException("--" + name + " was given twice");
      }
    }
    return values;
  }

  private List<Job> jobs() throws IOException {
    return values.containsKey("load")
        ? Recording.read(Path.of(values.get("load")))
        : JobFixture.of(
                number("jobs", BedrockEmulator.DEMO_JOBS, 10_000_000),
                number("seed", (int) BedrockEmulator.DEMO_SEED, Integer.MAX_VALUE))
            .in(region(), BedrockEmulator.DEMO_ACCOUNT);
  }

  private List<String> regions(List<Job> jobs) {
    final Stream<String> recorded =
        values.containsKey("load") ? jobs.stream().map(Job::region) : Stream.empty();
    return Stream.concat(recorded, Stream.of(region())).distinct().toList();
  }

  private String region() {
    final String region = values.getOrDefault("region", BedrockEmulator.DEMO_REGION);
    if (!region.matches("[a-z0-9-]{1,20}")) {
      throw new IllegalArgumentException("--region takes a region's name, not '" + region + "'");
    }
    return region;
  }

  private int number(String name, int standard, int most) {
    final String text = values.getOrDefault(name, Integer.toString(standard));
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > most) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "--%s takes a number up to %d, not '%s'", name, most, text));
    }
    return Integer.parseInt(text);
  }
}
