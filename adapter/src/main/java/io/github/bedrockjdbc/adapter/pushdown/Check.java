package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A predicate that the scan checks by itself on each row, with SQL's three truth values. There is
 * no negation: what recognises predicates moves it inwards.
 */
public sealed interface Check {
  /** How two values compare. */
  enum Comparator {
    EQUAL("=") {
      @Override
      boolean holds(int comparison) {
        return comparison == 0;
      }
    },
    NOT_EQUAL("<>") {
      @Override
      boolean holds(int comparison) {
        return comparison != 0;
      }
    },
    LESS("<") {
      @Override
      boolean holds(int comparison) {
        return comparison < 0;
      }
    },
    LESS_OR_EQUAL("<=") {
      @Override
      boolean holds(int comparison) {
        return comparison <= 0;
      }
    },
    GREATER(">") {
      @Override
      boolean holds(int comparison) {
        return comparison > 0;
      }
    },
    GREATER_OR_EQUAL(">=") {
      @Override
      boolean holds(int comparison) {
        return comparison >= 0;
      }
    };

    private final String symbol;

    Comparator(String symbol) {
      this.symbol = symbol;
    }

    /** Whether it holds for the sign of a comparison of left with right. */
    abstract boolean holds(int comparison);

    /** The one that holds where this does not. */
    Comparator negated() {
      return switch (this) {
        case EQUAL -> NOT_EQUAL;
        case NOT_EQUAL -> EQUAL;
        case LESS -> GREATER_OR_EQUAL;
        case LESS_OR_EQUAL -> GREATER;
        case GREATER -> LESS_OR_EQUAL;
        case GREATER_OR_EQUAL -> LESS;
      };
    }

    /** The same with its operands swapped. */
    Comparator swapped() {
      return switch (this) {
        case EQUAL, NOT_EQUAL -> this;
        case LESS -> GREATER;
        case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
        case GREATER -> LESS;
        case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
      };
    }

    @Override
    public String toString() {
      return symbol;
    }
  }

  /** A column against a value; unknown if one of them is null. */
  record Comparison(JobColumn column, Comparator comparator, Operand operand) implements Check {
    @Override
    public String toString() {
      return column.columnName() + " " + comparator + " " + operand.text(column.type());
    }
  }

  /** Whether a column is, or is not, null. */
  record Nullness(JobColumn column, boolean isNull) implements Check {
    @Override
    public String toString() {
      return column.columnName() + (isNull ? " IS NULL" : " IS NOT NULL");
    }
  }

  /**
   * A column against a pattern of {@code LIKE}; unknown if one of them is null.
   *
   * @param escape one character, or null
   */
  record Like(JobColumn column, Operand pattern, String escape, boolean negated) implements Check {
    @Override
    public String toString() {
      return column.columnName()
          + (negated ? " NOT LIKE " : " LIKE ")
          + pattern
          + (escape == null ? "" : " ESCAPE '" + escape + "'");
    }
  }

  /** Whether a column contains, or does not contain, a text; unknown if one of them is null. */
  record Contains(JobColumn column, Operand text, boolean negated) implements Check {
    @Override
    public String toString() {
      return column.columnName() + (negated ? " does not contain " : " contains ") + text;
    }
  }

  /** All of these. */
  record And(List<Check> all) implements Check {
    /** Holds for every row. */
    public static final Check TRUE = new And(List.of());

    public And {
      all = List.copyOf(all);
    }

    @Override
    public String toString() {
      return all.isEmpty() ? "TRUE" : joined(all, " AND ");
    }
  }

  /** One of these. */
  record Or(List<Check> any) implements Check {
    /** Holds for no row. */
    public static final Check FALSE = new Or(List.of());

    public Or {
      any = List.copyOf(any);
    }

    @Override
    public String toString() {
      return any.isEmpty() ? "FALSE" : joined(any, " OR ");
    }
  }

  /** This and another one, each conjunct once. */
  default Check and(Check other) {
    return all(List.of(this, other));
  }

  /** All of these, each conjunct once. */
  static Check all(Collection<Check> checks) {
    final Set<Check> all = new LinkedHashSet<>();
    checks.forEach(check -> all.addAll(check.conjuncts()));
    return all.size() == 1 ? all.iterator().next() : new And(List.copyOf(all));
  }

  /** What all must hold. */
  default List<Check> conjuncts() {
    return this instanceof And and ? and.all() : List.of(this);
  }

  private static String joined(List<Check> checks, String between) {
    return checks.stream()
        .map(check -> check instanceof And || check instanceof Or ? "(" + check + ")" : "" + check)
        .collect(Collectors.joining(between));
  }
}
