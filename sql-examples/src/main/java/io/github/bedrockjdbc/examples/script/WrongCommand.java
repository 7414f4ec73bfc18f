package io.github.bedrockjdbc.examples.script;

/** A command of the prompt or of a script that cannot be followed, with what to do instead. */
public final class WrongCommand extends RuntimeException {
  private static final long serialVersionUID = 1;

  public WrongCommand(String message) {
    super(message);
  }

  public WrongCommand(String message, Exception cause) {
    super(message, cause);
  }
}
