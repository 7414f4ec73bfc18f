package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.script.Item;
import io.github.bedrockjdbc.examples.script.Script;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where statements come from: arguments, a file, or standard input. */
final class ScriptSource {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(paramLabel = "SQL", description = "SQL statements, separated by ';'.")
  private List<String> statements;

  @Option(
      names = {"-c", "--command"},
      paramLabel = "SQL",
      description = "The same as SQL, for those who are used to psql.")
  private List<String> commands;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "Read the statements from this file.")
  private Path file;

  /** Whether nothing is left but standard input. */
  boolean isInput() {
    return given() == 0;
  }

  /**
   * The statements and commands.
   *
   * @param in standard input
   */
  List<Item> script(Reader in) throws IOException {
    if (given() > 1) {
      throw wrong("SQL, --command and --file are mutually exclusive");
    }
    if (isInput()) {
      final StringWriter all = new StringWriter();
      in.transferTo(all);
      return Script.split(all.toString());
    }
    return file == null ? ofArguments() : Script.split(text());
  }

  private long given() {
    return Stream.of(statements, commands, file).filter(Objects::nonNull).count();
  }

  private List<Item> ofArguments() {
    final List<String> all = statements == null ? commands : statements;
    if (all.get(0).matches("(?i)SELECT|WITH|VALUES|EXPLAIN")) {
      throw wrong("quotes are needed around a statement, as in jobs \"" + all.get(0) + " …\"");
    }
    return all.stream().flatMap(each -> Script.split(each).stream()).toList();
  }

  private String text() throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new ParameterException(spec.commandLine(), "There is no file " + file, e);
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), "Cannot read " + file, e);
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
