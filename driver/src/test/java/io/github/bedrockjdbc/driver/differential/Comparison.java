package io.github.bedrockjdbc.driver.differential;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether rows are a right answer to a query, as far as SQL determines it.
 *
 * @param right one right answer
 * @param every every row that may come
 */
record Comparison(Query query, Rows right, Rows every) {
  private static final int SHOWN = 5;

  /** What is wrong with the answer; empty if nothing. */
  Optional<String> difference(Rows answer) {
    return Descriptions.difference(answer, right)
        .or(() -> new Values(answer.like(right), right.like(answer), every.like(answer)).differ());
  }

  /** The values of an answer, of a right one, and of all rows that may come. */
  private final class Values {
    private final List<List<Object>> actual;
    private final List<List<Object>> expected;
    private final List<List<Object>> unlimited;

    Values(List<List<Object>> actual, List<List<Object>> expected, List<List<Object>> unlimited) {
      this.actual = actual;
      this.expected = expected;
      this.unlimited = unlimited;
    }

    Optional<String> differ() {
      if (query.isTotal()) {
        return actual.equals(expected) ? Optional.empty() : Optional.of(inPlace());
      }
      if (actual.size() != expected.size()) {
        return Optional.of(actual.size() + " rows instead of " + expected.size() + "\n" + asBags());
      }
      if (!keys(actual).equals(keys(expected))) {
        return Optional.of("not in order\n" + inPlace());
      }
      // Rows whose keys come all must then all be there, since none may come twice.
      final List<List<Object>> surplus = without(actual, unlimited);
      return surplus.isEmpty() ? Optional.empty() : Optional.of("other rows\n" + asBags());
    }

    private List<List<Object>> keys(List<List<Object>> rows) {
      return rows.stream().map(row -> query.keys().stream().map(row::get).toList()).toList();
    }

    private String inPlace() {
      final int most = Math.max(actual.size(), expected.size());
      for (int i = 0; i < most; i++) {
        final List<List<Object>> ours = from(actual, i);
        final List<List<Object>> theirs = from(expected, i);
        if (ours.isEmpty() || theirs.isEmpty() || !ours.get(0).equals(theirs.get(0))) {
          return "%d rows, expected %d; from row %d on (counted from 0)%n  actual:   %s%n  expected: %s"
              .formatted(actual.size(), expected.size(), i, shown(ours), shown(theirs));
        }
      }
      return "the same rows";
    }

    private String asBags() {
      return "  surplus: %s%n  missing, or not needed: %s"
          .formatted(shown(without(actual, unlimited)), shown(without(unlimited, actual)));
    }
  }

  private static List<List<Object>> from(List<List<Object>> rows, int index) {
    return rows.subList(Math.min(index, rows.size()), rows.size());
  }

  /** Rows near to each other may be near to the same one: those that are the same go first. */
  private static List<List<Object>> without(List<List<Object>> rows, List<List<Object>> others) {
    final List<List<Object>> near = withoutSame(others, rows);
    return withoutSame(rows, others).stream().filter(row -> !near.remove(row)).toList();
  }

  private static List<List<Object>> withoutSame(
      List<List<Object>> rows, List<List<Object>> others) {
    final Map<List<Object>, Integer> left = new HashMap<>();
    others.forEach(row -> left.merge(exact(row), 1, Integer::sum));
    return rows.stream()
        .filter(row -> left.merge(exact(row), -1, Integer::sum) < 0)
        .sorted(Comparator.comparing(Object::toString))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static List<Object> exact(List<Object> row) {
    final List<Object> exact = new ArrayList<>(row);
    exact.replaceAll(value -> value instanceof Approximate near ? near.number() : value);
    return exact;
  }

  private static String shown(List<List<Object>> rows) {
    return rows.stream()
        .limit(SHOWN)
        .map(Object::toString)
        .collect(Collectors.joining("\n    ", "", rows.size() > SHOWN ? "\n    …" : ""));
  }
}
