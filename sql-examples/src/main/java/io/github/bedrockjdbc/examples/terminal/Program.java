package io.github.bedrockjdbc.examples.terminal;

import io.github.bedrockjdbc.examples.script.WrongCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Programs that have the terminal for a while. */
public final class Program {
  private static final String SHELL = "SHELL";

  private final Map<String, String> environment;

  public Program(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Runs a command of the shell.
   *
   * @param command empty for a shell to type commands into
   */
  public void shell(String command) throws IOException {
    if (command.isEmpty()) {
      run(List.of(environment.getOrDefault(SHELL, "sh")));
    } else {
      run(List.of("sh", "-c", command));
    }
  }

  /** What a person makes of a text. */
  public String edited(String text) throws IOException {
    final Path file = Files.createTempFile("jobs", ".sql");
    try {
      Files.writeString(file, text);
      edit(file);
      return Files.readString(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Opens a file in the editor that the environment names, and waits for its end. */
  public void edit(Path file) throws IOException {
    final String editor =
        Stream.of("VISUAL", "EDITOR")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(name -> !name.isBlank())
            .findFirst()
            .orElse("vi");
    // By a shell, as the variable may hold options, too.
    final int status = run(List.of("sh", "-c", editor + " \"$1\"", "sh", file.toString()));
    if (status != 0) {
      throw new WrongCommand(editor + " ended with status " + status + "; nothing is run");
    }
  }

  private static int run(List<String> command) throws IOException {
    final Process process = new ProcessBuilder(command).inheritIO().start();
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new WrongCommand(command.get(0) + " was interrupted", e);
    }
  }
}
