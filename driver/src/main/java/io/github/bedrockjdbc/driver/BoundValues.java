package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.parameter.Declarations;
import io.github.bedrockjdbc.driver.parameter.Declarations.Declaration;
import io.github.bedrockjdbc.driver.parameter.LiteralType;
import io.github.bedrockjdbc.driver.parameter.Parameter;
import io.github.bedrockjdbc.driver.parameter.Parameter.Role;
import io.github.bedrockjdbc.driver.parameter.ParameterValue;
import io.github.bedrockjdbc.driver.plan.Plan;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values that a program has set, and the plan for them. */
final class BoundValues {
  /** Stands for a parameter that was not set; null is SQL's NULL. */
  private static final Object UNSET = new Object();

  private final List<Parameter> expected;
  private final Object[] values;

  BoundValues(List<Parameter> expected) {
    this.expected = expected;
    this.values = new Object[expected.size()];
    clear();
  }

  /** Plans of one statement. */
  @FunctionalInterface
  interface Plans {
    Plan with(Declarations declared) throws SQLException;
  }

  /**
   * A plan that holds the values, and they as it takes them.
   *
   * @param parameters by position, as Calcite has them inside
   */
  record Run(Plan plan, List<Object> parameters) {}

  void clear() {
    Arrays.fill(values, UNSET);
  }

  int count() {
    return values.length;
  }

  /** A value that a program passes, made plain; that may fail. */
  @FunctionalInterface
  interface Passed {
    Object plain() throws SQLException;
  }

  /**
   * @param index from 0
   */
  void set(int index, Passed value) throws SQLException {
    try {
      final Object plain = value.plain();
      final Parameter parameter = expected.get(index);
      if (LiteralType.of(plain, parameter).isEmpty()) {
        inside(plain, parameter);
      }
      values[index] = plain;
    } catch (SQLException e) {
      throw SqlErrors.ofParameter(index + 1, e);
    }
  }

  /** Asks for plans until one has a type for each value; each knows of one more. */
  Run run(Plans plans) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == UNSET) {
        throw SqlErrors.of(SqlState.UNSET_PARAMETER, "Parameter " + (i + 1) + " has no value");
      }
    }
    Declarations declared = Declarations.NONE;
    while (true) {
      final Plan plan = plans.with(declared);
      final Declarations needed = declared.and(ownTypes(plan.parameters()));
      if (needed.equals(declared)) {
        return new Run(plan, inside(plan.parameters()));
      }
      declared = needed;
    }
  }

  private Map<Integer, Declaration> ownTypes(List<Parameter> parameters) throws SQLException {
    final Map<Integer, Declaration> own = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      final int index = i;
      try {
        LiteralType.of(values[i], parameters.get(i)).ifPresent(type -> own.put(index, type));
      } catch (SQLException e) {
        throw SqlErrors.ofParameter(i + 1, e);
      }
    }
    return own;
  }

  private List<Object> inside(List<Parameter> parameters) throws SQLException {
    final List<Object> inside = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      try {
        inside.add(inside(values[i], parameters.get(i)));
      } catch (SQLException e) {
        throw SqlErrors.ofParameter(i + 1, e);
      }
    }
    return inside;
  }

  /** No result has more rows than an int can count. */
  private static Object inside(Object value, Parameter parameter) throws SQLException {
    if (parameter.role() == Role.WRITTEN) {
      return null;
    }
    if (parameter.role() != Role.COUNT) {
      final Object inside = ParameterValue.of(value, parameter.typeName().getJdbcOrdinal());
      return inside instanceof BigDecimal number && parameter.role() == Role.BRANCH
          ? number.setScale(Math.max(number.scale(), parameter.type().getScale()))
          : inside;
    }
    final Long count = (Long) ParameterValue.of(value, java.sql.Types.BIGINT);
    return count == null
        ? null
        : (Object) (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, count));
  }
}
