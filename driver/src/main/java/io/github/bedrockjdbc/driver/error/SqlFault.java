package io.github.bedrockjdbc.driver.error;

/** A value for which a statement fails while it runs, or is planned, with the state to tell. */
public final class SqlFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final SqlState state;

  public SqlFault(SqlState state, String message) {
    super(message);
    this.state = state;
  }

  public SqlState state() {
    return state;
  }
}
