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
   * @param isCompared whether there was an engine that can run it
   * @param note what was settled otherwise than by the reference, or why nothing was compared
   * @param failure nothing if all agree
   */
  record Outcome(
      int rows,
      boolean isSliced,
      boolean isCompared,
      Optional<String> note,
      Optional<Failure> failure) {
    /** Nothing came back that could be compared. */
    static Outcome of(Optional<Failure> failure) {
      return new Outcome(0, false, true, Optional.empty(), failure);
    }

    static Outcome notCompared(SQLException why) {
      return new Outcome(
          0, false, false, Optional.of("not compared: " + why.getMessage()), Optional.empty());
    }

    /** The same answer, which the judge settled. */
    Outcome settled() {
      return new Outcome(rows, isSliced, true, failure.map(Failure::kind), Optional.empty());
    }
  }

  /**
   * What came of one way to run it.
   *
   * @param note that it was refused, if it is right with literals for question marks
   * @param wrong what is wrong
   */
  private record Answer(Optional<String> note, Optional<String> wrong) {
    static Answer of(Optional<String> wrong) {
      return new Answer(Optional.empty(), wrong);
    }
  }

  static Trial of(long seed, World world) {
    return new Trial(seed, world, QueryGrammar.query(seed, world.facts()));
  }

  /** Against the reference and, where that disagrees or cannot run it, the judge. */
  Outcome run() throws SQLException {
    final Outcome outcome = against(world.reference());
    if (outcome.isCompared() && outcome.failure().isEmpty()) {
      return outcome;
    }
    final Optional<Reference> judge = world.judge();
    if (judge.isEmpty()) {
      return outcome;
    }
    try (Reference reference = judge.get()) {
      final Outcome judged = against(reference);
      if (!outcome.isCompared()) {
        return judged;
      }
      return !judged.isCompared() || judged.failure().isPresent() ? outcome : outcome.settled();
    }
  }

  private Outcome against(Reference reference) {
    final Comparison comparison;
    try {
      comparison = comparison(reference);
    } catch (SQLException e) {
      return reference.isBeyond(e)
          ? Outcome.notCompared(e)
          : Outcome.of(
              Reference.isOfData(e) ? unanswered() : failure(Optional.of("reference fails: " + e)));
    }
    world.forgetRequests();
    final Answer pushing = answer("pushdown=true", world.pushing(), comparison);
    final boolean isSliced = world.hasSeenSlices();
    final Optional<String> on = pushing.wrong();
    final Optional<String> off = answer("pushdown=false", world.notPushing(), comparison).wrong();
    final Optional<String> kept = answer("maxAge", world.keeping(), comparison).wrong();
    return new Outcome(
        comparison.right().values().size(),
        isSliced,
        true,
        pushing.note(),
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

  private Comparison comparison(Reference reference) throws SQLException {
    final Rows expected = reference.rows(query.sql(), query.maxRows());
    final Rows unlimited =
        query.unlimited().isPresent() ? reference.rows(query.unlimited().get(), 0) : expected;
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

  private Answer answer(String setting, Connection connection, Comparison comparison) {
    try {
      return Answer.of(
          comparison.difference(rows(connection)).map(difference -> setting + ": " + difference));
    } catch (SQLException e) {
      final boolean mayFail =
          Refusals.isOne(e)
              || (query.constructs().contains(Construct.EXTREME_NUMBER) && isOfRange(e));
      return mayFail
          ? Answer.of(Optional.empty())
          : isOfQuestionMarks(e, connection, comparison)
              ? new Answer(Optional.of("question marks: " + e.getMessage()), Optional.empty())
              : Answer.of(Optional.of(setting + " fails: " + causes(e)));
    } catch (RuntimeException e) {
      return Answer.of(Optional.of(setting + " fails: " + causes(e)));
    }
  }

  /**
   * Whether it is refused for the types of question marks, or of their values, and right with
   * literals: no engine knows the type of every question mark.
   */
  private boolean isOfQuestionMarks(
      SQLException refusal, Connection connection, Comparison comparison) {
    final String state = String.valueOf(refusal.getSQLState());
    if (query.sql().parameters().isEmpty() || !(state.startsWith("42") || isOfRange(refusal))) {
      return false;
    }
    try {
      final Rows rows = Rows.of(connection, query.sql().written(), List.of(), query.maxRows());
      return comparison.difference(rows).isEmpty();
    } catch (SQLException e) {
      return false;
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
