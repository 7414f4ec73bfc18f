package io.github.bedrockjdbc.adapter.predicate;

import java.util.List;
import java.util.function.Function;

/** A predicate with the values of one execution, over rows of one layout. */
@FunctionalInterface
public interface CompiledPredicate {
  /** True, false, or null for unknown. */
  Boolean test(Object[] row);

  /**
   * How two values that are not null compare, as Calcite would: numbers as such, texts by their
   * characters.
   */
  static int compare(Object left, Object right) {
    return left instanceof Number one && right instanceof Number other
        ? Long.compare(one.longValue(), other.longValue())
        : ((String) left).compareTo((String) right);
  }

  /** Unknown if the cell, or the value that it is compared with, is null. */
  static CompiledPredicate strict(int place, Object value, Function<Object, Boolean> test) {
    return value == null ? row -> null : row -> row[place] == null ? null : test.apply(row[place]);
  }

  /** Whether all hold. */
  static CompiledPredicate all(List<CompiledPredicate> predicates) {
    return row -> {
      Boolean result = true;
      for (CompiledPredicate predicate : predicates) {
        final Boolean one = predicate.test(row);
        if (Boolean.FALSE.equals(one)) {
          return false;
        }
        result = one == null ? null : result;
      }
      return result;
    };
  }

  /** Whether one holds. */
  static CompiledPredicate any(List<CompiledPredicate> predicates) {
    return row -> {
      Boolean result = false;
      for (CompiledPredicate predicate : predicates) {
        final Boolean one = predicate.test(row);
        if (Boolean.TRUE.equals(one)) {
          return true;
        }
        result = one == null ? null : result;
      }
      return result;
    };
  }
}
