package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.age.MaxAge;
import io.github.bedrockjdbc.examples.output.Style;
import io.github.bedrockjdbc.examples.output.Text;
import io.github.bedrockjdbc.examples.price.Prices;
import io.github.bedrockjdbc.examples.script.Item;
import io.github.bedrockjdbc.examples.script.Script;
import io.github.bedrockjdbc.examples.terminal.Shell;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Queries Amazon Bedrock's batch inference jobs from a shell. */
@Command(
    name = "jobs",
    mixinStandardHelpOptions = true,
    versionProvider = Examples.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    synopsisHeading = "Usage:%n",
    customSynopsis = {
      "  jobs [OPTIONS] SQL...         run statements",
      "  jobs [OPTIONS] -f FILE        run the statements of a file",
      "  jobs [OPTIONS] run NAME       run a ready-made query",
      "  jobs [OPTIONS] list           list the ready-made queries",
      "  jobs [OPTIONS]                prompt for statements, or read standard input",
    },
    description = {"%nQueries Amazon Bedrock's batch inference jobs with SQL.%n"},
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:fine",
      "1:the query failed",
      "2:wrong usage",
      "130:cancelled",
      "141:the output was closed, as by a pipe to head",
    },
    footer = {
      "",
      "Examples:",
      "  jobs \"SELECT status, COUNT(*) AS jobs FROM jobs GROUP BY status\"",
      "  jobs run failures-by-reason --format csv > failures.csv",
      "  jobs run running-now --watch 10s",
      "  jobs run cost-estimate --prices prices.csv",
      "  jobs --explain \"SELECT * FROM jobs WHERE status = 'Failed' LIMIT 5\"",
      "  jobs --url jdbc:bedrock:region=us-east-1 run jobs-per-day",
      "",
      "Rows go to standard output, everything else to standard error. There are colours"
          + " on a terminal, unless NO_COLOR is set. The prompt has help: \\?",
    })
public final class Examples implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int CANCELLED = 130;
  private static final int NOBODY_READS = 141; // as a shell calls SIGPIPE

  private static final String DEMO_NOTICE =
      "DEMO DATA (embedded emulator); use --url jdbc:bedrock:region=… for your account";

  private final Shell shell;

  @Spec private CommandSpec spec;

  @Mixin private ScriptSource source;

  @Mixin private Options options;

  Examples(Shell shell) {
    this.shell = shell;
  }

  /** Runs the command and ends the JVM with its exit status. */
  public static void main(String[] arguments) {
    System.exit(run(Shell.ofProcess(), arguments));
  }

  static int run(Shell shell, String... arguments) {
    return new CommandLine(new Examples(shell))
        .setOut(new PrintWriter(shell.out(), true))
        .setErr(shell.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(shell)))
        .setParameterExceptionHandler(Examples::usage)
        .setExecutionExceptionHandler((failure, line, parsed) -> failed(shell, failure))
        .execute(arguments);
  }

  @Override
  public Integer call() throws SQLException, IOException {
    final Mode mode = options.mode();
    final boolean isPrompt = source.isInput() && shell.isInteractive();
    final List<Item> script = isPrompt ? List.of() : source.script(shell.in());
    if (script.isEmpty() && options.watch().isPresent()) {
      throw new ParameterException(spec.commandLine(), "--watch needs a statement");
    }
    try (Database database = database(isPrompt);
        Session session = new Session(database)) {
      return isPrompt
          ? Prompt.run(session, shell, options.format(), mode)
          : runAll(script, session, mode);
    }
  }

  /** Runs a ready-made query. */
  @Command(
      name = "run",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Runs a ready-made query; without a name, lists them.")
  int runSaved(
      @Parameters(arity = "0..1", paramLabel = "NAME", description = "Its name.") String name)
      throws SQLException, IOException {
    if (name == null) {
      return listSaved();
    }
    final Mode mode = options.mode();
    final SavedQuery query =
        SavedQuery.named(name)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "There is no query '" + name + "'; run jobs list to see all"));
    if (!mode.suits(query)) {
      throw new ParameterException(
          spec.commandLine(),
          query.name()
              + " needs --prices FILE, a CSV file with the columns "
              + String.join(",", Prices.COLUMNS));
    }
    try (Database database = database(false);
        Session session = new Session(database)) {
      return runAll(Script.split(query.sql()), session, mode);
    }
  }

  /** Lists the ready-made queries. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Lists the ready-made queries.")
  int listSaved() throws IOException {
    SavedQuery.list(options.format().output(shell));
    shell.out().flush();
    return 0;
  }

  private Database database(boolean isPrompt) throws SQLException {
    final MaxAge maxAge = options.maxAge(isPrompt);
    final Optional<String> url = options.url(shell.environment());
    if (url.isPresent()) {
      return Database.open(url.get(), maxAge);
    }
    shell.note(DEMO_NOTICE);
    return Database.demo(shell.clock(), maxAge);
  }

  private int runAll(List<Item> script, Session session, Mode mode)
      throws SQLException, IOException {
    final Watch.Runs runs =
        screen -> {
          try (Commands commands = new Commands(session, screen, results(script), mode)) {
            commands.followAll(script);
          }
        };
    final Interrupts interrupts = Interrupts.of(session);
    try {
      final Optional<Duration> watch = options.watch();
      if (watch.isPresent()) {
        new Watch(watch.get(), session.maxAge(), true, shell).run(runs);
      } else {
        runs.run(shell);
      }
      return 0;
    } finally {
      interrupts.close();
    }
  }

  private Results results(List<Item> script) {
    return Results.ofScript(options.format(), script);
  }

  private static CommandLine.Help.Ansi ansi(Shell shell) {
    return shell.style() == Style.PLAIN ? CommandLine.Help.Ansi.OFF : CommandLine.Help.Ansi.ON;
  }

  private static int usage(ParameterException failure, String[] arguments) {
    final CommandLine line = failure.getCommandLine();
    line.getErr().println("jobs: " + Text.oneLine(failure.getMessage()) + "; see jobs --help");
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static int failed(Shell shell, Exception failure) {
    if (failure instanceof CancellationException) {
      shell.say("cancelled");
      return CANCELLED;
    }
    shell.sayError(failure);
    return Shell.isNobodyReading(failure) ? NOBODY_READS : FAILED;
  }

  /** The driver's version, from its text "name version": a connection would prepare for queries. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() throws SQLException {
      final String driver = DriverManager.getDriver("jdbc:bedrock:").toString();
      return new String[] {"jobs " + driver.substring(driver.lastIndexOf(' ') + 1)};
    }
  }
}
