package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.pushdown.Check.Comparator;
import io.github.bedrockjdbc.adapter.pushdown.Check.Comparison;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A column that is compared with many values is looked up among them: {@code IN} of thousands. */
final class ValueSets {
  /** Fewer values are compared one by one. */
  private static final int FEWEST = 8;

  private ValueSets() {}

  /**
   * Tests of the parts of an OR, or an AND.
   *
   * @param comparator {@code =} of the parts of an OR, {@code <>} of those of an AND
   */
  static List<RowTest> of(
      List<Check> parts, Comparator comparator, RowLayout layout, Binding binding) {
    final List<RowTest> tests = new ArrayList<>();
    if (parts.size() < FEWEST) {
      parts.forEach(part -> tests.add(RowTest.of(part, layout, binding)));
      return tests;
    }
    final Map<JobColumn, List<Check>> byColumn = new LinkedHashMap<>();
    for (Check part : parts) {
      if (part instanceof Comparison comparison && comparison.comparator() == comparator) {
        byColumn.computeIfAbsent(comparison.column(), c -> new ArrayList<>()).add(part);
      } else {
        tests.add(RowTest.of(part, layout, binding));
      }
    }
    byColumn.forEach(
        (column, comparisons) -> {
          if (comparisons.size() < FEWEST) {
            comparisons.forEach(each -> tests.add(RowTest.of(each, layout, binding)));
          } else {
            tests.add(lookup(layout.indexOf(column), comparisons, comparator, binding));
          }
        });
    return tests;
  }

  private static RowTest lookup(
      int place, List<Check> comparisons, Comparator comparator, Binding binding) {
    final Set<Object> values = new HashSet<>();
    comparisons.forEach(
        check -> values.add(comparable(((Comparison) check).operand().bind(binding))));
    final boolean ifFound = comparator == Comparator.EQUAL;
    final Boolean ifNotFound = values.remove(null) ? null : Boolean.valueOf(!ifFound);
    return row -> {
      final Object cell = row[place];
      if (cell == null) {
        return null;
      }
      return values.contains(comparable(cell)) ? Boolean.valueOf(ifFound) : ifNotFound;
    };
  }

  /** Numbers of one value are equal, whatever their class. */
  private static Object comparable(Object value) {
    return value instanceof Number number ? (Object) number.longValue() : value;
  }
}
