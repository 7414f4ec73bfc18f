package io.github.bedrockjdbc.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Queries Amazon Bedrock's batch inference jobs from a shell. */
@Command(
    name = "jobs",
    mixinStandardHelpOptions = true,
    versionProvider = Examples.Version.class,
    sortOptions = false,
    description = "Queries Amazon Bedrock's batch inference jobs with SQL.",
    footer = {
      "",
      "Without SQL it prompts for it, or reads it from standard input.",
      "Exit status: 0 fine, 1 the query failed, 2 wrong usage, 130 cancelled.",
    })
public final class Examples implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int CANCELLED = 130;

  private static final String DEMO_NOTICE =
      "DEMO DATA (embedded emulator); use --url jdbc:bedrock:region=… for your account";

  private final Shell shell;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SQL", description = "Statements; several are separated by ';'.")
  private List<String> statements = List.of();

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "Read the statements from this file.")
  private Path file;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = {
        "What to connect to, such as jdbc:bedrock:region=us-east-1. Default: the environment's"
            + " BEDROCK_JOBS_URL, else demo data."
      })
  private String url;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TABLE;

  @Option(
      names = "--max-rows",
      paramLabel = "N",
      description = "Ask for this many rows of a query at the most.")
  private Integer maxRows;

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
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Examples::usage)
        .setExecutionExceptionHandler((failure, line, parsed) -> failed(shell, failure))
        .execute(arguments);
  }

  @Override
  public Integer call() throws SQLException, IOException {
    final int most = checkedMaxRows();
    final String given = url == null ? shell.environment().get("BEDROCK_JOBS_URL") : url;
    final boolean isDemo = given == null || given.isBlank();
    final boolean isPrompt = statements.isEmpty() && file == null && shell.isInteractive();
    final List<String> script = isPrompt ? List.of() : Script.split(text());
    if (isDemo) {
      shell.say(DEMO_NOTICE);
    }
    try (Database database = isDemo ? Database.demo() : Database.open(given);
        Session session = new Session(database.connect(), shell, most)) {
      return isPrompt ? Prompt.run(session, shell, format) : runAll(script, session);
    }
  }

  private int runAll(List<String> script, Session session) throws SQLException, IOException {
    final Interrupts interrupts = Interrupts.of(session);
    try {
      for (int i = 0; i < script.size(); i++) {
        if (i > 0) {
          shell.out().write(System.lineSeparator());
        }
        session.run(script.get(i), format);
      }
      return 0;
    } finally {
      interrupts.close();
    }
  }

  private String text() throws IOException {
    if (file != null && !statements.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "SQL and --file exclude each other");
    }
    if (!statements.isEmpty()) {
      return String.join("\n;\n", statements);
    }
    if (file == null) {
      final StringWriter all = new StringWriter();
      shell.in().transferTo(all);
      return all.toString();
    }
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new ParameterException(spec.commandLine(), "There is no file " + file, e);
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), "Cannot read " + file, e);
    }
  }

  private int checkedMaxRows() {
    if (maxRows != null && maxRows < 1) {
      throw new ParameterException(spec.commandLine(), "--max-rows takes a number from 1 on");
    }
    return maxRows == null ? 0 : maxRows;
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
    return FAILED;
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      final String version = Examples.class.getPackage().getImplementationVersion();
      return new String[] {"jobs " + (version == null ? "(not packaged)" : version)};
    }
  }
}
