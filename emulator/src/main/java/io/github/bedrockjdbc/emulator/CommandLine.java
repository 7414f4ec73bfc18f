package io.github.bedrockjdbc.emulator;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.behavior.ModelKnob;
import io.github.bedrockjdbc.emulator.behavior.RateLimit;
import io.github.bedrockjdbc.emulator.behavior.StorageKnob;
import io.github.bedrockjdbc.emulator.behavior.TaggingKnob;
import io.github.bedrockjdbc.emulator.server.SelfSigned;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/** The emulator from a shell. */
final class CommandLine {
  /** How often a job is submitted in each place, unless time stands still. */
  static final Duration SUBMITTED_EVERY = Duration.ofMinutes(5);

  private static final String HELP =
      """
      Usage: java -jar bedrock-jobs-emulator.jar [option value]...

      Answers on the loopback address until it is interrupted:
      ListModelInvocationJobs, GetModelInvocationJob, ListFoundationModels,
      ListInferenceProfiles, GetObject of S3 for the jobs' manifests, and
      GetResources for their tags. There are two accounts, dev and prod.

        --port n       port to listen on; 0 is any free one (8765)
        --jobs n       how many jobs to make up in the first region of the first
                       account; there are fewer in each further place (2000)
        --seed n       another seed, other jobs (1)
        --account a,.. accounts with jobs (dev,prod)
        --region r,... regions with jobs (us-east-1,eu-west-1,ap-southeast-2)
        --refuse p,... where listing jobs is refused: a region of both accounts,
                       or of one, such as prod/eu-west-1, the default; or none
        --as-of t      the last job was submitted at this time, such as
                       2026-11-01T00:00:00Z, and nothing happens after it; by
                       default it has just been, jobs move on as time goes by,
                       and every five minutes each place has a new one
        --load file    recorded jobs instead: JSON with invocationJobSummaries
        --profiles f   write a file of AWS profiles that lead here, for
                       AWS_CONFIG_FILE: dev, prod, and default, which is dev
        --tls f        encrypt, and write the certificate to that file, which is
                       then one for AWS_CA_BUNDLE; profiles name it
        --page-cap n   no page holds more jobs, 1 to 1000 (1000)
        --latency ms   how long each answer takes (0)
        --rate n       requests of each service that pass in a second; more are
                       throttled (no limit)
        --help         this text
      """;

  private CommandLine() {}

  /** Runs until the process ends; returns early with an exit status if it cannot start. */
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.contains("--help")) {
      out.print(HELP);
      return 0;
    }
    try {
      final BedrockEmulator emulator = start(arguments, out);
      out.flush();
      Runtime.getRuntime().addShutdownHook(new Thread(emulator::close));
      new CountDownLatch(1).await();
      return 0;
    } catch (IllegalArgumentException | UncheckedIOException e) {
      err.println("bedrock-jobs-emulator: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
    return 2;
  }

  /** Starts the emulator that the arguments ask for, and says how to reach it. */
  static BedrockEmulator start(List<String> arguments, Appendable out) {
    final Options options = Options.of(arguments);
    final Places places = Places.of(options);
    final EmulatorBuilder builder = BedrockEmulator.builder();
    places.jobs().values().forEach(builder::jobs);
    for (final Places.Account account : places.accounts()) {
      builder.credentials(account.accessKeyId(), account.secretAccessKey(), account.id());
    }
    builder
        .region(places.regions().get(0), places.knownRegions().skip(1).toArray(String[]::new))
        .port(options.number("port", 8765, 65_535))
        .around(options.asOf().orElseGet(Instant::now))
        .behavior(behavior(options, places));
    if (options.asOf().isEmpty() && !options.has("load")) {
      builder.living(Clock.systemUTC(), SUBMITTED_EVERY);
    }
    final Optional<Path> bundle = options.file("tls").map(Path::toAbsolutePath);
    if (bundle.isPresent()) {
      builder.encrypted(SelfSigned.make());
    }
    final BedrockEmulator emulator = builder.start();
    try {
      if (bundle.isPresent()) {
        Files.writeString(bundle.get(), emulator.certificate().orElseThrow());
      }
      options
          .file("profiles")
          .ifPresent(file -> places.writeProfiles(file, emulator.endpoint(), bundle));
      out.append(places.welcome(emulator.endpoint(), options));
      return emulator;
    } catch (IOException e) {
      emulator.close();
      throw new UncheckedIOException("cannot write the file: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      emulator.close();
      throw e;
    }
  }

  private static Behavior behavior(Options options, Places places) {
    final Duration latency = Duration.ofMillis(options.number("latency", 0, 3_600_000));
    Behavior behavior =
        Behavior.standard()
            .with(Knob.PAGE_CAP, options.number("page-cap", 1000, 1000))
            .with(Knob.LIST_REFUSED, places::isRefused)
            .with(Knob.LIST_LATENCY, latency)
            .with(Knob.GET_LATENCY, latency)
            .with(ModelKnob.LATENCY, latency)
            .with(StorageKnob.LATENCY, latency)
            .with(TaggingKnob.LATENCY, latency);
    if (options.has("rate")) {
      final int rate = options.number("rate", 1, 1_000_000);
      if (rate == 0) {
        throw new IllegalArgumentException("--rate takes a number from 1, not '0'");
      }
      final Optional<RateLimit> limit = Optional.of(new RateLimit(rate, rate, OptionalInt.empty()));
      behavior =
          behavior
              .with(Knob.RATE_LIMIT, limit)
              .with(ModelKnob.RATE_LIMIT, limit)
              .with(StorageKnob.RATE_LIMIT, limit)
              .with(TaggingKnob.RATE_LIMIT, limit);
    }
    return behavior;
  }
}
