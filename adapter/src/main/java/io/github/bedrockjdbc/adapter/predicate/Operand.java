package io.github.bedrockjdbc.adapter.predicate;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * A value that a column is compared with: known when the statement is planned, or only when it is
 * executed. No value of an execution is kept here.
 */
public sealed interface Operand {
  /** The value in one execution, as Calcite has it inside; may be null. */
  Object bind(Binding binding);

  /**
   * As it could stand in a statement.
   *
   * @param type of what it is compared with
   */
  default String text(SqlTypeName type) {
    return toString();
  }

  /** A literal. */
  record Constant(Object value) implements Operand {
    @Override
    public Object bind(Binding binding) {
      return value;
    }

    @Override
    public String text(SqlTypeName type) {
      return type == SqlTypeName.TIMESTAMP && value instanceof Long millis
          ? "TIMESTAMP '" + SqlText.time(millis) + "'"
          : toString();
    }

    @Override
    public String toString() {
      return value instanceof String text
          ? "'" + text.replace("'", "''") + "'"
          : String.valueOf(value);
    }
  }

  /** A question mark; positions count from 0. */
  record Parameter(int index) implements Operand {
    @Override
    public Object bind(Binding binding) {
      return binding.parameters().apply(index);
    }

    @Override
    public String toString() {
      return "?" + (index + 1);
    }
  }

  /** The time at which the statement is executed, in milliseconds, or the start of that day. */
  record Now(boolean startOfDay) implements Operand {
    @Override
    public Object bind(Binding binding) {
      final long now = binding.nowMillis();
      return startOfDay ? now - Math.floorMod(now, Binding.MILLIS_OF_DAY) : now;
    }

    @Override
    public String toString() {
      return startOfDay ? "CURRENT_DATE" : "CURRENT_TIMESTAMP";
    }
  }

  /** Another number, multiplied and moved: days as milliseconds, a time some hours before. */
  record Linear(Operand of, long factor, long plus) implements Operand {
    @Override
    public Object bind(Binding binding) {
      return of.bind(binding) instanceof Number number
          ? (Object) Math.addExact(Math.multiplyExact(number.longValue(), factor), plus)
          : null;
    }

    @Override
    public String text(SqlTypeName type) {
      return type == SqlTypeName.TIMESTAMP && factor == 1
          ? of + (plus < 0 ? " - " : " + ") + SqlText.interval(Math.abs(plus))
          : toString();
    }

    @Override
    public String toString() {
      return of
          + (factor == 1 ? "" : " * " + factor)
          + (plus == 0 ? "" : (plus < 0 ? " - " : " + ") + Math.abs(plus));
    }
  }

  /** Texts, one after the other: a pattern around a parameter. */
  record Joined(List<Operand> parts) implements Operand {
    @Override
    public Object bind(Binding binding) {
      final StringBuilder text = new StringBuilder();
      for (Operand part : parts) {
        final Object value = part.bind(binding);
        if (value == null) {
          return null;
        }
        text.append(value);
      }
      return text.toString();
    }

    @Override
    public String toString() {
      return parts.stream().map(Operand::toString).collect(Collectors.joining(" || "));
    }
  }

  /** This number and some more. */
  default Operand plus(long more) {
    if (more == 0) {
      return this;
    }
    if (this instanceof Constant constant && constant.value() instanceof Long number) {
      return new Constant(Math.addExact(number, more));
    }
    return this instanceof Linear linear
        ? new Linear(linear.of(), linear.factor(), Math.addExact(linear.plus(), more))
        : new Linear(this, 1, more);
  }
}
