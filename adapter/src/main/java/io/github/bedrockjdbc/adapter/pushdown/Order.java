package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.predicate.CompiledPredicate;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.Comparator;
import java.util.List;

/**
 * An order that begins with the time of submission, by which the service can sort.
 *
 * @param keys at least the first
 */
public record Order(List<Key> keys) {
  public Order {
    keys = List.copyOf(keys);
  }

  /** One column to sort by. */
  public record Key(JobColumn column, boolean isDescending, boolean areNullsFirst) {
    @Override
    public String toString() {
      return column.columnName()
          + (isDescending ? " DESC" : "")
          + (areNullsFirst == isDescending ? "" : areNullsFirst ? " NULLS FIRST" : " NULLS LAST");
    }
  }

  /** By submission alone. */
  public static Order bySubmission(boolean isDescending) {
    return new Order(List.of(new Key(JobColumn.SUBMIT_TIME, isDescending, isDescending)));
  }

  boolean isDescending() {
    return keys.get(0).isDescending();
  }

  /** By what a time is multiplied so that the rows go upwards. */
  public long direction() {
    return isDescending() ? -1 : 1;
  }

  /** The columns to sort by. */
  public List<JobColumn> columns() {
    return keys.stream().map(Key::column).toList();
  }

  /** Compares rows of a layout. */
  public Comparator<Object[]> comparator(RowLayout layout) {
    return keys.stream()
        .map(key -> comparator(key, layout.indexOf(key.column())))
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }

  private static Comparator<Object[]> comparator(Key key, int place) {
    final Comparator<Object> values =
        key.isDescending() ? (a, b) -> CompiledPredicate.compare(b, a) : CompiledPredicate::compare;
    final Comparator<Object> withNulls =
        key.areNullsFirst() ? Comparator.nullsFirst(values) : Comparator.nullsLast(values);
    return (one, other) -> withNulls.compare(one[place], other[place]);
  }
}
