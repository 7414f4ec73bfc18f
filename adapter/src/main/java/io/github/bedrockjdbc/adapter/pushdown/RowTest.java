package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.pushdown.Check.And;
import io.github.bedrockjdbc.adapter.pushdown.Check.Comparison;
import io.github.bedrockjdbc.adapter.pushdown.Check.Contains;
import io.github.bedrockjdbc.adapter.pushdown.Check.Like;
import io.github.bedrockjdbc.adapter.pushdown.Check.Nullness;
import io.github.bedrockjdbc.adapter.pushdown.Check.Or;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A check with the values of one execution, over rows of one layout. */
@FunctionalInterface
public interface RowTest {
  /** True, false, or null for unknown. */
  Boolean test(Object[] row);

  /** Compares as Calcite would; a value that is null makes a comparison unknown. */
  static RowTest of(Check check, RowLayout layout, Binding binding) {
    if (check instanceof And and) {
      return all(ValueSets.of(and.all(), Check.Comparator.NOT_EQUAL, layout, binding));
    }
    if (check instanceof Or or) {
      return any(ValueSets.of(or.any(), Check.Comparator.EQUAL, layout, binding));
    }
    if (check instanceof Nullness nullness) {
      final int place = layout.indexOf(nullness.column());
      return row -> (row[place] == null) == nullness.isNull();
    }
    if (check instanceof Comparison comparison) {
      final Object value = comparison.operand().bind(binding);
      return strict(
          layout.indexOf(comparison.column()),
          value,
          cell -> comparison.comparator().holds(compare(cell, value)));
    }
    if (check instanceof Like like) {
      final String pattern = (String) like.pattern().bind(binding);
      if (pattern == null) {
        return row -> null;
      }
      final TextPattern matcher = TextPattern.of(pattern, like.escape());
      return strict(
          layout.indexOf(like.column()),
          pattern,
          cell -> like.negated() != matcher.matches((String) cell));
    }
    final Contains contains = (Contains) check;
    final String text = (String) contains.text().bind(binding);
    return strict(
        layout.indexOf(contains.column()),
        text,
        cell -> contains.negated() != ((String) cell).contains(text));
  }

  /** The columns that a check reads. */
  static Set<JobColumn> columns(Check check) {
    final Set<JobColumn> columns = new TreeSet<>();
    collect(check, columns);
    return columns;
  }

  private static void collect(Check check, Set<JobColumn> columns) {
    if (check instanceof And and) {
      and.all().forEach(c -> collect(c, columns));
    } else if (check instanceof Or or) {
      or.any().forEach(c -> collect(c, columns));
    } else {
      columns.add(column(check));
    }
  }

  /** The column of a check that is not made of others. */
  static JobColumn column(Check check) {
    if (check instanceof Comparison comparison) {
      return comparison.column();
    }
    if (check instanceof Nullness nullness) {
      return nullness.column();
    }
    return check instanceof Like like ? like.column() : ((Contains) check).column();
  }

  /** How two values that are not null compare: numbers as such, texts by their characters. */
  static int compare(Object left, Object right) {
    return left instanceof Number one && right instanceof Number other
        ? Long.compare(one.longValue(), other.longValue())
        : ((String) left).compareTo((String) right);
  }

  private static RowTest strict(int place, Object value, Function<Object, Boolean> test) {
    return value == null ? row -> null : row -> row[place] == null ? null : test.apply(row[place]);
  }

  private static RowTest all(List<RowTest> tests) {
    return row -> {
      Boolean result = true;
      for (RowTest test : tests) {
        final Boolean one = test.test(row);
        if (Boolean.FALSE.equals(one)) {
          return false;
        }
        result = one == null ? null : result;
      }
      return result;
    };
  }

  private static RowTest any(List<RowTest> tests) {
    return row -> {
      Boolean result = false;
      for (RowTest test : tests) {
        final Boolean one = test.test(row);
        if (Boolean.TRUE.equals(one)) {
          return true;
        }
        result = one == null ? null : result;
      }
      return result;
    };
  }
}
