package io.github.bedrockjdbc.adapter.predicate;

/** How two values compare. */
public enum ComparisonOperator {
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

  ComparisonOperator(String symbol) {
    this.symbol = symbol;
  }

  /** Whether it holds for the sign of a comparison of left with right. */
  abstract boolean holds(int comparison);

  /** The one that holds where this does not. */
  public ComparisonOperator negated() {
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
  public ComparisonOperator swapped() {
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
