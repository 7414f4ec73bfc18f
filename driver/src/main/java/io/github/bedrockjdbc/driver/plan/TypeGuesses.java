package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.driver.parameter.Declarations;
import io.github.bedrockjdbc.driver.parameter.Declarations.Declaration;
import io.github.bedrockjdbc.driver.parameter.Declarations.Guess;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Tries types for the question marks whose type nothing but a value decides, if a statement does
 * not take texts for them: one type for all, then types for some. Once there are values, they say.
 */
final class TypeGuesses {
  private static final List<SqlTypeName> TYPES =
      List.of(SqlTypeName.INTEGER, SqlTypeName.TIMESTAMP, SqlTypeName.DATE, SqlTypeName.BOOLEAN);

  private static final int MOST_ATTEMPTS = 60;

  /** Translates the statement anew. */
  @FunctionalInterface
  interface Attempt {
    Translation with(Declarations declared) throws SQLException;
  }

  private final List<Set<Integer>> open;
  private final Declarations declared;
  private final Attempt attempt;
  private final Set<String> places = new HashSet<>();
  private int attempts;

  /**
   * @param open question marks, those of one type together
   * @param declared what is known of the others
   */
  TypeGuesses(List<Set<Integer>> open, Declarations declared, Attempt attempt) {
    this.open = open;
    this.declared = declared;
    this.attempt = attempt;
  }

  /**
   * The statement with the first types that it takes; empty if it takes none of those tried.
   *
   * @param mistake what is wrong with texts
   */
  Optional<Translation> taken(CalciteContextException mistake) throws SQLException {
    for (SqlTypeName type : TYPES) {
      final Map<Integer, Declaration> all = new TreeMap<>();
      open.forEach(marks -> guess(marks, type, all));
      final Optional<Translation> taken = open.isEmpty() ? Optional.empty() : tried(all);
      if (taken.isPresent()) {
        return taken;
      }
    }
    places.clear();
    places.add(place(mistake));
    return open.size() < 2 ? Optional.empty() : further(Map.of());
  }

  /** With one more group guessed; what moves the mistake to another place is pursued. */
  private Optional<Translation> further(Map<Integer, Declaration> guessed) throws SQLException {
    final List<Map<Integer, Declaration>> promising = new ArrayList<>();
    for (Set<Integer> marks : open) {
      for (SqlTypeName type :
          guessed.keySet().containsAll(marks) ? List.<SqlTypeName>of() : TYPES) {
        final Map<Integer, Declaration> more = new TreeMap<>(guessed);
        guess(marks, type, more);
        final int known = places.size();
        final Optional<Translation> taken = tried(more);
        if (taken.isPresent()) {
          return taken;
        }
        if (places.size() > known) {
          promising.add(more);
        }
      }
    }
    for (Map<Integer, Declaration> more : promising) {
      final Optional<Translation> taken = further(more);
      if (taken.isPresent()) {
        return taken;
      }
    }
    return Optional.empty();
  }

  private static void guess(
      Set<Integer> marks, SqlTypeName type, Map<Integer, Declaration> guesses) {
    marks.forEach(mark -> guesses.put(mark, new Guess(type)));
  }

  private Optional<Translation> tried(Map<Integer, Declaration> guesses) throws SQLException {
    if (attempts == MOST_ATTEMPTS) {
      return Optional.empty();
    }
    attempts++;
    try {
      return Optional.of(attempt.with(declared.and(guesses)));
    } catch (CalciteContextException mistake) {
      places.add(place(mistake));
      return Optional.empty();
    }
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
