package io.github.bedrockjdbc.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a report on the jobs of the last days. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Report.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Writes the report \"Batch inference: last 30 days\" as batch-inference.pdf and"
          + " batch-inference.html.%n"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:fine", "1:a query failed, or a file could not be written", "2:wrong usage"})
public final class Report implements Callable<Integer> {
  static final String URL_VARIABLE = "BEDROCK_JOBS_URL";
  static final String PDF = "batch-inference.pdf";
  static final String HTML = "batch-inference.html";

  private static final int FAILED = 1;

  private static final String DEMO_NOTICE =
      "DEMO DATA (embedded emulator); use --url jdbc:bedrock:region=… for your account";

  private final Map<String, String> environment;
  private final Clock clock;

  @Spec private CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = {
        "What to connect to, such as jdbc:bedrock:region=us-east-1. Default: the environment's "
            + URL_VARIABLE
            + ", else demo data."
      })
  private String url;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How many days in UTC, today's included: 1 to 366. Default: ${DEFAULT-VALUE}.")
  private int days = 30;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where to write; made if it is not there. Default: the present directory.")
  private Path output = Path.of("");

  Report(Map<String, String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  /** Runs the command and ends the JVM with its exit status. */
  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    final PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, UTF_8), true);
    final PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, UTF_8), true);
    System.exit(run(System.getenv(), Clock.systemUTC(), out, err, arguments));
  }

  static int run(
      Map<String, String> environment,
      Clock clock,
      PrintWriter out,
      PrintWriter err,
      String... arguments) {
    return new CommandLine(new Report(environment, clock))
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(Report::usage)
        .setExecutionExceptionHandler((failure, line, parsed) -> failed(line, failure))
        .execute(arguments);
  }

  @Override
  public Integer call() throws SQLException, JRException, IOException {
    if (days < 1 || days > Period.MOST_DAYS) {
      throw new ParameterException(
          spec.commandLine(), "--days takes a number from 1 to " + Period.MOST_DAYS);
    }
    requireOutput();
    try (Database database = database()) {
      final JasperPrint print = Template.fill(database, Period.endingAt(clock.instant(), days));
      final Path pdf = output.resolve(PDF);
      final Path html = output.resolve(HTML);
      Pages.writeHtml(print, html);
      Pages.writePdf(print, pdf);
      spec.commandLine().getOut().println(pdf);
      spec.commandLine().getOut().println(html);
    }
    return 0;
  }

  private Database database() throws SQLException {
    final String given = url == null ? environment.get(URL_VARIABLE) : url;
    if (given != null && !given.isBlank()) {
      return Database.open(given);
    }
    spec.commandLine().getErr().println(DEMO_NOTICE);
    return Database.demo(clock.instant());
  }

  /** Before anything is asked: nobody wants to pay for a report that cannot be kept. */
  private void requireOutput() {
    try {
      Files.createDirectories(output.toAbsolutePath());
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "--output: cannot make the directory " + output, e);
    }
    if (!Files.isWritable(output.toAbsolutePath())) {
      throw new ParameterException(spec.commandLine(), "--output: cannot write to " + output);
    }
  }

  private static int usage(ParameterException failure, String[] arguments) {
    final CommandLine line = failure.getCommandLine();
    line.getErr().println("report: " + failure.getMessage() + "; see report --help");
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static int failed(CommandLine line, Exception failure) {
    final String message = Objects.requireNonNullElse(failure.getMessage(), "no reason given");
    line.getErr()
        .println(
            failure instanceof SQLException sql
                ? "error [" + sql.getSQLState() + "]: " + message
                : "error: " + failure.getClass().getSimpleName() + ": " + message);
    return FAILED;
  }

  /** The driver's version, from its text "name version": a connection would prepare for queries. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() throws SQLException {
      final String driver = DriverManager.getDriver("jdbc:bedrock:").toString();
      return new String[] {"report " + driver.substring(driver.lastIndexOf(' ') + 1)};
    }
  }
}
