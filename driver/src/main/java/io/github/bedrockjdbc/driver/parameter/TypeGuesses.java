package io.github.bedrockjdbc.driver.parameter;

import io.github.bedrockjdbc.driver.parameter.Declarations.Declaration;
import io.github.bedrockjdbc.driver.parameter.Declarations.Guess;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Tries types for the question marks whose type nothing but a value decides, if a statement does
 * not take texts for them: a type for some after the other, each of which lets validation come
 * further, or else one type for all. Once there are values, they say.
 *
 * @param <T> a translated statement
 */
public final class TypeGuesses<T> {
  private static final List<SqlTypeName> TYPES =
      List.of(SqlTypeName.INTEGER, SqlTypeName.TIMESTAMP, SqlTypeName.DATE, SqlTypeName.BOOLEAN);

  private static final int MOST_ATTEMPTS = 80;

  /**
   * A translation, or why there is none.
   *
   * @param open question marks that nothing has decided on so far, those of one type together
   * @param reach how far validation came
   * @param isValid whether it came to its end
   */
  public record Outcome<T>(
      Optional<T> translation,
      Optional<CalciteContextException> mistake,
      List<Set<Integer>> open,
      int reach,
      boolean isValid) {}

  /** Translates the statement anew. */
  @FunctionalInterface
  public interface Attempt<T> {
    Outcome<T> with(Declarations declared) throws SQLException;
  }

  private final Declarations declared;
  private final Attempt<T> attempt;
  private final Set<String> places = new HashSet<>();
  private Optional<Outcome<T>> refused = Optional.empty();
  private int attempts;

  /**
   * @param declared what values say
   */
  public TypeGuesses(Declarations declared, Attempt<T> attempt) {
    this.declared = declared;
    this.attempt = attempt;
  }

  /**
   * The statement with the first types that it takes. If it takes none of those tried, why: a valid
   * statement is refused for something else than the types of its question marks.
   *
   * @param failed without guesses
   */
  public Outcome<T> after(Outcome<T> failed) throws SQLException {
    places.add(place(failed));
    Optional<Outcome<T>> taken = further(failed, Map.of(), failed.open());
    if (taken.isEmpty() && failed.open().size() > 1) {
      taken = ofAll(failed.open());
    }
    return taken.or(() -> refused).orElse(failed);
  }

  private Optional<Outcome<T>> ofAll(Collection<Set<Integer>> open) throws SQLException {
    for (SqlTypeName type : TYPES) {
      final Map<Integer, Declaration> all = new TreeMap<>();
      open.forEach(marks -> guess(marks, type, all));
      final Outcome<T> outcome = attempted(all);
      if (outcome.translation().isPresent()) {
        return Optional.of(outcome);
      }
    }
    return Optional.empty();
  }

  private Optional<Outcome<T>> further(
      Outcome<T> best, Map<Integer, Declaration> guesses, Collection<Set<Integer>> open)
      throws SQLException {
    for (Set<Integer> marks : open) {
      for (SqlTypeName type : TYPES) {
        if (attempts >= MOST_ATTEMPTS) {
          return Optional.empty();
        }
        final Map<Integer, Declaration> more = new TreeMap<>(guesses);
        guess(marks, type, more);
        final Outcome<T> outcome = attempted(more);
        if (outcome.translation().isPresent()) {
          return Optional.of(outcome);
        }
        if (places.add(place(outcome)) && outcome.reach() >= best.reach()) {
          final Set<Set<Integer>> others = new LinkedHashSet<>(open);
          others.addAll(outcome.open());
          others.remove(marks);
          return further(outcome, more, others);
        }
      }
    }
    return Optional.empty();
  }

  private static void guess(
      Set<Integer> marks, SqlTypeName type, Map<Integer, Declaration> guesses) {
    marks.forEach(mark -> guesses.put(mark, new Guess(type)));
  }

  private static String place(Outcome<?> failed) {
    final CalciteContextException mistake = failed.mistake().orElseThrow();
    return mistake.getPosLine() + ":" + mistake.getPosColumn() + "-" + mistake.getEndPosColumn();
  }

  private Outcome<T> attempted(Map<Integer, Declaration> guesses) throws SQLException {
    attempts++;
    final Outcome<T> outcome = attempt.with(declared.and(guesses));
    if (refused.isEmpty() && outcome.isValid()) {
      refused = Optional.of(outcome);
    }
    return outcome;
  }
}
