package io.github.bedrockjdbc.adapter;

import java.util.function.IntFunction;

/** A value of a query: known when it is planned, or only when it is executed. */
sealed interface Operand {

  /**
   * The value in one execution; may be null.
   *
   * @param parameters values of the statement's parameters by position, from 0
   */
  Object bind(IntFunction<Object> parameters);

  /** A literal. */
  record Constant(Object value) implements Operand {
    @Override
    public Object bind(IntFunction<Object> parameters) {
      return value;
    }

    @Override
    public String toString() {
      return String.valueOf(value);
    }
  }

  /** A question mark; no value of an execution may be kept in a plan. */
  record Parameter(int index) implements Operand {
    @Override
    public Object bind(IntFunction<Object> parameters) {
      return parameters.apply(index);
    }

    @Override
    public String toString() {
      return "?" + index;
    }
  }
}
