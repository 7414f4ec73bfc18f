package io.github.bedrockjdbc.driver.differential;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** One query of one world, put to all engines. */
record Trial(long seed, World world, Query query) {
  private static final String COMMAND =
      "mvn -B test -pl emulator,adapter,driver -Dtest=DifferentialTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false";

  /**
   * What came of it.
   *
   * @param rows of the right answer
   * @param isSliced whether the driver walked slices of time side by side
   * @param failure nothing if all agree
   */
  record Outcome(int rows, boolean isSliced, Optional<Failure> failure) {}

  static Trial of(long seed, World world) {
    return new Trial(seed, world, QueryGrammar.query(seed, world.facts()));
  }

  Outcome run() {
    final Comparison comparison;
    try {
      comparison = comparison();
    } catch (SQLException e) {
      return Reference.isOfData(e) || Reference.isBeyond(e)
          ? new Outcome(0, false, unanswered())
          : new Outcome(0, false, failure(Optional.of("reference fails: " + e)));
    }
    world.forgetRequests();
    final Optional<String> on = wrong("pushdown=true", world.pushing(), comparison);
    final boolean isSliced = world.hasSeenSlices();
    final Optional<String> off = wrong("pushdown=false", world.notPushing(), comparison);
    final Optional<String> kept = wrong("maxAge", world.keeping(), comparison);
    return new Outcome(
        comparison.right().values().size(),
        isSliced,
        failure(
            on.or(() -> off)
                .or(() -> kept)
                .map(
                    any ->
                        on.equals(off.map(each -> each.replace("pushdown=false", "pushdown=true")))
                            ? any
                            : on.orElse("pushdown=true is right")
                                + "\n"
                                + off.orElse("pushdown=false is right"))));
  }

  private Optional<Failure> failure(Optional<String> what) {
    return what.map(text -> Failure.of(text, described(text), query.sql().driver()));
  }

  private Comparison comparison() throws SQLException {
    final Rows expected = world.reference().rows(query.sql(), query.maxRows());
    final Rows unlimited =
        query.unlimited().isPresent()
            ? world.reference().rows(query.unlimited().get(), 0)
            : expected;
    return new Comparison(query, expected, unlimited);
  }

  /** What has no right answer must fail too, if it is certain that it is computed. */
  private Optional<Failure> unanswered() {
    if (!query.constructs().contains(Construct.EXTREME_NUMBER)) {
      return Optional.empty();
    }
    try {
      final Rows rows = rows(world.pushing());
      return failure(Optional.of("an answer to what overflows: " + rows.values()));
    } catch (SQLException e) {
      return isOfRange(e) ? Optional.empty() : failure(Optional.of("overflow fails: " + causes(e)));
    }
  }

  private static boolean isOfRange(SQLException failure) {
    return String.valueOf(failure.getSQLState()).startsWith("22");
  }

  private Rows rows(Connection connection) throws SQLException {
    return Rows.of(connection, query.sql().driver(), query.sql().parameters(), query.maxRows());
  }

  private Optional<String> wrong(String setting, Connection connection, Comparison comparison) {
    try {
      return comparison.difference(rows(connection)).map(difference -> setting + ": " + difference);
    } catch (SQLException e) {
      final boolean mayFail =
          Refusals.isOne(e)
              || (query.constructs().contains(Construct.EXTREME_NUMBER) && isOfRange(e));
      return mayFail ? Optional.empty() : Optional.of(setting + " fails: " + causes(e));
    } catch (RuntimeException e) {
      return Optional.of(setting + " fails: " + causes(e));
    }
  }

  private static String causes(Throwable failure) {
    final StringBuilder text = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      text.append("\n  ").append(each);
    }
    return text.toString();
  }

  private String described(String what) {
    final long first = DifferentialTest.firstOfWorld(seed);
    return String.join(
        "\n",
        COMMAND + " -Ddifferential.seed=" + seed + " -Ddifferential.queries=1",
        "(if earlier queries matter: -Ddifferential.seed="
            + first
            + " -Ddifferential.queries="
            + (seed - first + 1)
            + ")",
        "world: " + world,
        "SQL:   " + query.sql().driver(),
        "reads: " + query.sql().reference(),
        "with:  " + query.sql().parameters() + ", maxRows " + query.maxRows(),
        what);
  }
}
