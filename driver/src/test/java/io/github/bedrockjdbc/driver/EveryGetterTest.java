package io.github.bedrockjdbc.driver;

import static org.apache.calcite.sql.type.SqlTypeName.ARRAY;
import static org.apache.calcite.sql.type.SqlTypeName.BIGINT;
import static org.apache.calcite.sql.type.SqlTypeName.BOOLEAN;
import static org.apache.calcite.sql.type.SqlTypeName.CHAR;
import static org.apache.calcite.sql.type.SqlTypeName.DATE;
import static org.apache.calcite.sql.type.SqlTypeName.DECIMAL;
import static org.apache.calcite.sql.type.SqlTypeName.DOUBLE;
import static org.apache.calcite.sql.type.SqlTypeName.INTEGER;
import static org.apache.calcite.sql.type.SqlTypeName.INTERVAL_DAY;
import static org.apache.calcite.sql.type.SqlTypeName.TIME;
import static org.apache.calcite.sql.type.SqlTypeName.TIMESTAMP;
import static org.apache.calcite.sql.type.SqlTypeName.TINYINT;
import static org.apache.calcite.sql.type.SqlTypeName.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.value.Conversion;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every method of {@link ResultSet} gives a value or an error with a state, whatever the type. */
class EveryGetterTest {
  private static final SqlTypeName[] TYPES = {
    VARCHAR,
    CHAR,
    TINYINT,
    INTEGER,
    BIGINT,
    DECIMAL,
    DOUBLE,
    BOOLEAN,
    DATE,
    TIME,
    TIMESTAMP,
    ARRAY,
    INTERVAL_DAY
  };

  private static final Object[][] ROWS = {
    {"12", "x", (byte) 1, 1, 1L, BigDecimal.ONE, 1.5, true, 1, 1, 1L, List.of(1), 86_400_000L},
    {
      "2026-03-09",
      "",
      (byte) -1,
      Integer.MIN_VALUE,
      Long.MIN_VALUE,
      new BigDecimal("1E+300"),
      Double.NaN,
      false,
      Integer.MIN_VALUE,
      86_399_999,
      -1L,
      List.of(),
      -1L
    },
    // Other classes than Calcite's own.
    {'1', 1, 1L, 1.5, (short) 1, 1L, BigDecimal.TEN, 1, 1L, 1L, 1, "x", "x"},
    {1, true, "x", "x", "x", "x", "x", "x", "x", "x", "x", new Object[] {1}, List.of()},
    new Object[13],
  };

  @TestFactory
  Stream<DynamicTest> onARow() {
    return methods().map(method -> DynamicTest.dynamicTest(method.toString(), () -> row(method)));
  }

  @TestFactory
  Stream<DynamicTest> closed() {
    return methods()
        .filter(method -> !List.of("close", "isClosed", "isWrapperFor").contains(method.getName()))
        .map(method -> DynamicTest.dynamicTest(method.toString(), () -> closed(method)));
  }

  @TestFactory
  Stream<DynamicTest> badColumns() {
    return methods()
        .filter(method -> method.getName().matches("get.+|findColumn"))
        .filter(method -> method.getParameterCount() > 0)
        .map(method -> DynamicTest.dynamicTest(method.toString(), () -> badColumn(method)));
  }

  private static Stream<Method> methods() {
    return Arrays.stream(ResultSet.class.getMethods());
  }

  private static void row(Method method) throws Exception {
    for (Object[] row : ROWS) {
      for (int index = 1; index <= TYPES.length; index++) {
        for (Object[] arguments : arguments(method, index, "c" + index)) {
          final ResultSet result = Results.of(Results.columns(TYPES), row, row);
          result.next();
          try {
            final Object value = method.invoke(result, arguments);
            if (method.getName().startsWith("get")
                && method.getParameterCount() > 0
                && row[index - 1] == null
                && !method.getReturnType().isPrimitive()) {
              assertThat(value).isNull();
              assertThat(result.wasNull()).isTrue();
            }
          } catch (InvocationTargetException e) {
            assertThat(state(e)).as("column %s of %s", index, row).isNotNull();
          }
        }
      }
    }
  }

  private static void closed(Method method) throws Exception {
    final ResultSet result = Results.of(Results.columns(TYPES), ROWS[0]);
    result.next();
    result.close();
    assertThat(result.isClosed()).isTrue();
    try {
      method.invoke(result, arguments(method, 1, "c1").get(0));
      throw new AssertionError("works although closed");
    } catch (InvocationTargetException e) {
      assertThat(state(e)).isEqualTo(method.getName().equals("unwrap") ? "HY024" : "HY010");
    }
  }

  private static void badColumn(Method method) throws Exception {
    final ResultSet result = Results.of(Results.columns(TYPES), ROWS[0]);
    result.next();
    for (int index : new int[] {0, -1, TYPES.length + 1}) {
      try {
        method.invoke(result, arguments(method, index, "nosuch").get(0));
        throw new AssertionError("works although there is no such column");
      } catch (InvocationTargetException e) {
        assertThat(state(e))
            .isIn(
                "0A000", // getRowId
                method.getParameterTypes()[0] == int.class ? "07009" : "42S22");
      }
    }
  }

  private static String state(InvocationTargetException e) {
    assertThat(e.getCause()).isInstanceOf(SQLException.class);
    return ((SQLException) e.getCause()).getSQLState();
  }

  /** With each class that can be asked for, where the method has one; else once. */
  private static List<Object[]> arguments(Method method, int index, String label) {
    final boolean hasClass =
        method.getName().equals("getObject")
            && Arrays.asList(method.getParameterTypes()).contains(Class.class);
    final List<Class<?>> classes = new ArrayList<>(List.of(Thread.class));
    if (hasClass) {
      classes.addAll(Conversion.BY_CLASS.keySet());
    }
    return classes.stream()
        .map(
            javaClass ->
                IntStream.range(0, method.getParameterCount())
                    .mapToObj(
                        i -> argument(method.getParameterTypes()[i], i, index, label, javaClass))
                    .toArray())
        .toList();
  }

  private static Object argument(
      Class<?> type, int position, int index, String label, Class<?> javaClass) {
    if (type == int.class) {
      return position == 0 ? index : 2;
    }
    if (type == String.class) {
      return label;
    }
    if (type == Class.class) {
      return javaClass;
    }
    if (type == Map.class) {
      return Map.of();
    }
    if (type == Calendar.class) {
      return Calendar.getInstance();
    }
    return primitive(type);
  }

  private static Object primitive(Class<?> type) {
    if (type == boolean.class) {
      return true;
    }
    if (type == byte.class) {
      return (byte) 1;
    }
    if (type == short.class) {
      return (short) 1;
    }
    if (type == long.class) {
      return 1L;
    }
    if (type == float.class) {
      return 1f;
    }
    return type == double.class ? 1d : null;
  }
}
