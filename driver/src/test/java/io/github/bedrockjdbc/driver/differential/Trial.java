package io.github.bedrockjdbc.driver.differential;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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
  record Outcome(int rows, boolean isSliced, Optional<String> failure) {}

  static Trial of(long seed, World world) {
    return new Trial(seed, world, QueryGrammar.query(seed, world.facts()));
  }

  Outcome run() {
    final Comparison comparison;
    try {
      comparison = comparison();
    } catch (SQLException e) {
      return new Outcome(0, false, Optional.of(described("H2 fails: " + e)));
    }
    world.forgetRequests();
    final Optional<String> on = wrong("pushdown=true", world.pushing(), comparison);
    final boolean isSliced = world.hasSeenSlices();
    final Optional<String> off = wrong("pushdown=false", world.notPushing(), comparison);
    final String both =
        on.orElse("pushdown=true is right") + "\n" + off.orElse("pushdown=false is right");
    return new Outcome(
        comparison.expected().size(), isSliced, on.or(() -> off).map(any -> described(both)));
  }

  private Comparison comparison() throws SQLException {
    final List<List<Object>> expected = world.reference().rows(query.sql(), query.maxRows());
    final List<List<Object>> unlimited =
        query.unlimited().isPresent()
            ? world.reference().rows(query.unlimited().get(), 0)
            : expected;
    return new Comparison(query, expected, unlimited);
  }

  private Optional<String> wrong(String setting, Connection connection, Comparison comparison) {
    try {
      return comparison
          .difference(
              Rows.of(connection, query.sql().driver(), query.sql().parameters(), query.maxRows()))
          .map(difference -> setting + ": " + difference);
    } catch (SQLException | RuntimeException e) {
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
        "of H2: " + query.sql().h2(),
        "with:  " + query.sql().parameters() + ", maxRows " + query.maxRows(),
        what);
  }
}
