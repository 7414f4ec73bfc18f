package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.driver.parameter.Declarations;
import io.github.bedrockjdbc.driver.parameter.Declarations.Declaration;
import io.github.bedrockjdbc.driver.parameter.Declarations.Guess;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Tries types for the question marks whose type nothing but a value decides, if a statement does
 * not take texts for them. Once there are values, they say.
 */
final class TypeGuesses {
  private static final List<SqlTypeName> TYPES =
      List.of(SqlTypeName.INTEGER, SqlTypeName.TIMESTAMP, SqlTypeName.DATE, SqlTypeName.BOOLEAN);

  private static final int MOST_ATTEMPTS = 60;

  /**
   * A translation, or why there is none.
   *
   * @param open question marks that nothing has decided on so far, those of one type together
   */
  record Outcome(
      Optional<Translation> translation,
      Optional<CalciteContextException> mistake,
      List<Set<Integer>> open) {}

  /** Translates the statement anew. */
  @FunctionalInterface
  interface Attempt {
    Outcome with(Declarations declared) throws SQLException;
  }

  private final Declarations declared;
  private final Attempt attempt;
  private final Set<String> places = new HashSet<>();
  private int attempts;

  /**
   * @param declared what values say
   */
  TypeGuesses(Declarations declared, Attempt attempt) {
    this.declared = declared;
    this.attempt = attempt;
  }

  /**
   * The statement with the first types that it takes; empty if it takes none of those tried.
   *
   * @param failed without guesses
   */
  Optional<Translation> after(Outcome failed) throws SQLException {
    places.add(place(failed.mistake().orElseThrow()));
    return after(failed, Map.of());
  }

  /** With one more guess. What moves the mistake to another place is pursued. */
  private Optional<Translation> after(Outcome failed, Map<Integer, Declaration> guesses)
      throws SQLException {
    final Map<Map<Integer, Declaration>, Outcome> promising = new LinkedHashMap<>();
    for (Map<Integer, Declaration> more : more(failed.open(), guesses)) {
      if (attempts++ < MOST_ATTEMPTS) {
        final Outcome outcome = attempt.with(declared.and(more));
        if (outcome.translation().isPresent()) {
          return outcome.translation();
        }
        if (places.add(place(outcome.mistake().orElseThrow()))) {
          promising.put(more, outcome);
        }
      }
    }
    for (Map.Entry<Map<Integer, Declaration>, Outcome> each : promising.entrySet()) {
      final Optional<Translation> taken = after(each.getValue(), each.getKey());
      if (taken.isPresent()) {
        return taken;
      }
    }
    return Optional.empty();
  }

  /** One type for all that is open, then for those alone that are of one type. */
  private static List<Map<Integer, Declaration>> more(
      List<Set<Integer>> open, Map<Integer, Declaration> guesses) {
    final List<List<Set<Integer>>> groups = new ArrayList<>();
    if (open.size() > 1) {
      groups.add(open);
    }
    open.forEach(marks -> groups.add(List.of(marks)));
    final List<Map<Integer, Declaration>> more = new ArrayList<>();
    for (List<Set<Integer>> group : groups) {
      for (SqlTypeName type : TYPES) {
        final Map<Integer, Declaration> all = new TreeMap<>(guesses);
        group.forEach(marks -> marks.forEach(mark -> all.put(mark, new Guess(type))));
        more.add(all);
      }
    }
    return more;
  }

  private static String place(CalciteContextException mistake) {
    return mistake.getPosLine()
        + ":"
        + mistake.getPosColumn()
        + "-"
        + mistake.getEndPosLine()
        + ":"
        + mistake.getEndPosColumn();
  }
}
