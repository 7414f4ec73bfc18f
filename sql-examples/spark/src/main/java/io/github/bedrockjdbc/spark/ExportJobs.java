package io.github.bedrockjdbc.spark;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The Spark application. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = ExportJobs.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "%nKeeps the history of Amazon Bedrock's batch inference jobs as Parquet, a folder for each"
          + " day. The first run reads a range of time; later ones read what is new and what was"
          + " not final.%n"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:fine", "1:the run failed, the history is as it was", "2:wrong usage"})
public final class ExportJobs implements Callable<Integer> {
  private static final String PREFIX = "jdbc:bedrock:";
  private static final Duration MONTH = Duration.ofDays(30);

  @Spec private CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      required = true,
      defaultValue = "${env:BEDROCK_JOBS_URL}",
      description =
          "What to connect to, such as jdbc:bedrock:region=us-east-1. Default: the environment's"
              + " BEDROCK_JOBS_URL.")
  private String url;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      required = true,
      description = "Where the history is kept: a path or URI that Spark can write to.")
  private String output;

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description =
          "Where the first run, or a full one, begins, such as 2026-01-01T00:00:00Z. Default: 30"
              + " days before --to.")
  private Instant from;

  @Option(
      names = "--to",
      paramLabel = "INSTANT",
      description = "Leave jobs submitted then or later to the next run. Default: now.")
  private Instant to;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description =
          "Maximum number of partitions, each of at least a day. Default:" + " ${DEFAULT-VALUE}.")
  private int partitions = 16;

  @Option(
      names = "--full",
      description = "Read everything from --from on again. Jobs that are gone stay in the history.")
  private boolean full;

  private ExportJobs() {}

  /** Runs it in the session that spark-submit, or system properties, describe. */
  public static void main(String[] arguments) {
    final int status = commandLine().execute(arguments);
    if (status != 0) {
      System.exit(status); // not at 0: a cluster takes that for the end before the session's own
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new ExportJobs());
  }

  @Override
  public Integer call() throws Exception {
    final Instant end = to == null ? Instant.now() : to;
    final Instant start = from == null ? end.minus(MONTH) : from;
    if (!start.isBefore(end)) {
      throw new ParameterException(
          spec.commandLine(), "--from has to be before --to; got " + start + " and " + end);
    }
    if (!url.startsWith(PREFIX)) {
      throw new ParameterException(spec.commandLine(), "--url begins with " + PREFIX);
    }
    if (partitions < 1) {
      throw new ParameterException(
          spec.commandLine(), "--partitions takes 1 or more, not " + partitions);
    }
    final Export export = new Export(url, output, start, end, partitions, full);
    try (SparkSession spark = SparkSession.builder().appName("bedrock-jobs").getOrCreate()) {
      return run(export, spark);
    }
  }

  /** What went wrong with the service is said in a line; anything else is for the caller. */
  int run(Export export, SparkSession spark) throws Exception {
    try {
      return tell(export.run(spark));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    } catch (Exception e) { // Spark's own are checked ones, which its methods do not declare
      final SQLException cause = sqlException(e);
      if (cause == null) {
        throw e;
      }
      spec.commandLine().getErr().println("export: " + cause.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private int tell(Export.Outcome outcome) {
    spec.commandLine()
        .getOut()
        .printf(
            "%d jobs read in %d partitions; %d of them new or changed%n",
            outcome.read(), outcome.plan().predicates().size(), outcome.changed());
    return CommandLine.ExitCode.OK;
  }

  private static SQLException sqlException(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .findFirst()
        .orElse(null);
  }

  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      final String version = ExportJobs.class.getPackage().getImplementationVersion();
      return new String[] {version == null ? "unknown, not run from its jar" : version};
    }
  }
}
