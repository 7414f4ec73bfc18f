package io.github.bedrockjdbc.examples.script;

/**
 * A statement or a command of a script.
 *
 * @param text without the {@code ;}
 * @param place of the statement; of the command if it stands alone
 */
public record Item(String text, Place place) {
  /** Whether it is none for the driver; other prompts begin theirs with a dot. */
  public boolean isCommand() {
    return text.startsWith("\\") || text.matches("\\.[a-z]+\\b.*");
  }
}
