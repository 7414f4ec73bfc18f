package io.github.bedrockjdbc.driver;

/** A value for which a statement fails while it runs, or is planned, with the state to tell. */
final class SqlFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final SqlState state;

  SqlFault(SqlState state, String message) {
    super(message);
    this.state = state;
  }

  SqlState state() {
    return state;
  }
}
