package io.github.bedrockjdbc.driver;

import static java.util.Map.entry;

import io.github.bedrockjdbc.driver.value.TextClob;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.sql.Clob;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.NClob;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * A call of one method, some of whose arguments are given.
 *
 * @param given the first arguments, as a table has them; the rest is made up by type
 */
record JdbcCall(Method method, List<String> given) {
  private static final Map<Class<?>, Supplier<Object>> MADE_UP =
      Map.ofEntries(
          entry(int.class, () -> 1),
          entry(long.class, () -> 1L),
          entry(short.class, () -> (short) 1),
          entry(byte.class, () -> (byte) 1),
          entry(float.class, () -> 1f),
          entry(double.class, () -> 1d),
          entry(boolean.class, () -> true),
          entry(Object.class, () -> "12"),
          entry(BigDecimal.class, () -> BigDecimal.TEN),
          entry(byte[].class, () -> new byte[] {'1'}),
          entry(Class.class, () -> String.class),
          entry(Map.class, Map::of),
          entry(Properties.class, Properties::new),
          entry(Executor.class, () -> (Executor) Runnable::run),
          entry(SQLType.class, () -> JDBCType.VARCHAR),
          entry(Calendar.class, () -> Calendar.getInstance(Locale.ROOT)),
          entry(Date.class, () -> Date.valueOf("2026-03-08")),
          entry(Time.class, () -> Time.valueOf("01:02:03")),
          entry(Timestamp.class, () -> Timestamp.valueOf("2026-03-08 01:02:03")),
          entry(Reader.class, () -> new StringReader("12")),
          entry(InputStream.class, () -> new ByteArrayInputStream(new byte[] {'1'})),
          entry(Clob.class, () -> new TextClob("c")),
          entry(NClob.class, () -> new TextClob("c")),
          entry(int[].class, () -> new int[] {1}),
          entry(String[].class, () -> new String[] {"c1"}),
          entry(Object[].class, () -> new Object[0]));

  JdbcCall {
    int length = given.size();
    while (length > 0 && !given.get(length - 1).contains("=")) {
      length--; // made up in any case
    }
    given = List.copyOf(given.subList(0, length));
  }

  /**
   * All calls that a line of a table means: {@code get*(int=0, *)} is every getter by index; a type
   * without a value stands for a value that is made up.
   */
  static List<JdbcCall> of(Class<?> type, String written) {
    final String name = written.substring(0, written.indexOf('('));
    final String inside = written.substring(name.length() + 1, written.lastIndexOf(')'));
    final List<String> given =
        inside.isEmpty() ? List.of() : Arrays.asList(inside.split(",\\s*", -1));
    final String last = given.isEmpty() ? "" : given.get(given.size() - 1);
    final List<String> fixed =
        last.equals("*") || last.equals("+") ? given.subList(0, given.size() - 1) : given;
    final List<JdbcCall> calls = new ArrayList<>();
    for (Method method : type.getMethods()) {
      if (method.getName().matches(name.replace("*", ".*")) && fits(method, fixed, last)) {
        calls.add(new JdbcCall(method, fixed));
      }
    }
    return calls;
  }

  private static boolean fits(Method method, List<String> given, String rest) {
    final Class<?>[] types = method.getParameterTypes();
    final int more = types.length - given.size();
    if (rest.equals("*") ? more < 0 : rest.equals("+") ? more < 1 : more != 0) {
      return false;
    }
    for (int i = 0; i < given.size(); i++) {
      if (!given.get(i).split("=", 2)[0].equals(types[i].getSimpleName())) {
        return false;
      }
    }
    return true;
  }

  boolean hasGiven() {
    return !given.isEmpty();
  }

  /** What comes of it: a value, {@code ok} where there is none, {@code !} and a state. */
  String outcome(Object object, String text) throws IllegalAccessException {
    final Class<?>[] types = method.getParameterTypes();
    final Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      final String[] parts = i < given.size() ? given.get(i).split("=", 2) : new String[1];
      arguments[i] = parts.length == 2 ? value(types[i], parts[1]) : madeUp(types[i], text);
    }
    try {
      return written(method.invoke(object, arguments));
    } catch (InvocationTargetException e) {
      return e.getCause() instanceof SQLException known
          ? "!" + known.getSQLState()
          : "!! " + e.getCause();
    }
  }

  private static Object madeUp(Class<?> type, String text) {
    return type == String.class ? text : MADE_UP.getOrDefault(type, () -> null).get();
  }

  private static Object value(Class<?> type, String written) {
    if (written.equals("null")) {
      return null;
    }
    return switch (type.getSimpleName()) {
      case "int" -> Integer.valueOf(written);
      case "long" -> Long.valueOf(written);
      case "boolean" -> Boolean.valueOf(written);
      case "String" -> written;
      case "Class" -> written.equals("self") ? java.sql.Wrapper.class : StringBuilder.class;
      default -> throw new IllegalArgumentException("No value of " + type + " is written so");
    };
  }

  private String written(Object value) {
    if (method.getReturnType() == void.class) {
      return "ok";
    }
    if (value == null || value instanceof Boolean || value instanceof Number) {
      return String.valueOf(value);
    }
    return value instanceof String text
        ? "'" + text + "'"
        : "a " + method.getReturnType().getSimpleName();
  }

  @Override
  public String toString() {
    return method.getName() + Arrays.toString(method.getParameterTypes()) + " with " + given;
  }
}
