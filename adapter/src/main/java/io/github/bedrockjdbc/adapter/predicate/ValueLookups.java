package io.github.bedrockjdbc.adapter.predicate;

import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A column that is compared with many values is looked up among them: {@code IN} of thousands. */
final class ValueLookups {
  /** Fewer values are compared one by one. */
  private static final int FEWEST = 8;

  private ValueLookups() {}

  /**
   * Tests of the parts of an OR, or an AND.
   *
   * @param operator {@code =} of the parts of an OR, {@code <>} of those of an AND
   */
  static List<CompiledPredicate> of(
      List<Predicate> parts, ComparisonOperator operator, RowLayout layout, Binding binding) {
    final List<CompiledPredicate> tests = new ArrayList<>();
    if (parts.size() < FEWEST) {
      parts.forEach(part -> tests.add(part.compile(layout, binding)));
      return tests;
    }
    final Map<JobColumn, List<Predicate>> byColumn = new LinkedHashMap<>();
    for (Predicate part : parts) {
      if (part instanceof Comparison comparison && comparison.operator() == operator) {
        byColumn.computeIfAbsent(comparison.column(), c -> new ArrayList<>()).add(part);
      } else {
        tests.add(part.compile(layout, binding));
      }
    }
    byColumn.forEach(
        (column, comparisons) -> {
          if (comparisons.size() < FEWEST) {
            comparisons.forEach(each -> tests.add(each.compile(layout, binding)));
          } else {
            tests.add(lookup(layout.indexOf(column), comparisons, operator, binding));
          }
        });
    return tests;
  }

  private static CompiledPredicate lookup(
      int place, List<Predicate> comparisons, ComparisonOperator operator, Binding binding) {
    final Set<Object> values = new HashSet<>();
    comparisons.forEach(
        check -> values.add(comparable(((Comparison) check).operand().bind(binding))));
    final boolean ifFound = operator == ComparisonOperator.EQUAL;
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
