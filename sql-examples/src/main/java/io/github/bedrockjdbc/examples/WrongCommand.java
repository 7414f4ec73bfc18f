package io.github.bedrockjdbc.examples;

/** A command of the prompt or of a script that cannot be followed, with what to do instead. */
final class WrongCommand extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongCommand(String message) {
    super(message);
  }

  WrongCommand(String message, Exception cause) {
    super(message, cause);
  }
}
