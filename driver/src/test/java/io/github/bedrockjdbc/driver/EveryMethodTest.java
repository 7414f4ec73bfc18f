package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is called with whatever arguments: an answer, or a failure that says what is wrong. */
class EveryMethodTest {
  /** What each parameter gets in a call, by type; null for the rest. */
  private static final List<Map<Class<?>, Object>> FILLINGS =
      List.of(
          Map.of(
              int.class,
              -1,
              long.class,
              -1L,
              boolean.class,
              false,
              short.class,
              (short) -1,
              byte.class,
              (byte) -1,
              float.class,
              -1f,
              double.class,
              -1d),
          Map.of(
              int.class,
              0,
              long.class,
              0L,
              boolean.class,
              true,
              short.class,
              (short) 0,
              byte.class,
              (byte) 0,
              float.class,
              0f,
              double.class,
              0d,
              String.class,
              ""),
          Map.of(
              int.class,
              1,
              long.class,
              1L,
              boolean.class,
              true,
              short.class,
              (short) 1,
              byte.class,
              (byte) 1,
              float.class,
              1f,
              double.class,
              Double.NaN,
              String.class,
              JdbcObject.SQL,
              Object.class,
              new Object(),
              Class.class,
              String.class));

  /** Written by the JDK, which has its own errors. */
  private static final Set<String> JDKS_OWN =
      Set.of("enquoteIdentifier", "enquoteLiteral", "enquoteNCharLiteral", "isSimpleIdentifier");

  @ParameterizedTest
  @EnumSource
  void anyArgumentsGetAnAnswerOrAReason(JdbcObject object) throws Exception {
    final List<String> wrongs = new ArrayList<>();
    try (BedrockEmulator emulator = Urls.emulatorWith(3);
        Connection shared = DriverManager.getConnection(Urls.of(emulator))) {
      for (Method method : object.type().getMethods()) {
        for (Map<Class<?>, Object> filling : FILLINGS) {
          final boolean isOurs = !JDKS_OWN.contains(method.getName());
          failure(object.in("open", emulator, shared), method, filling)
              .filter(failure -> isOurs && !isReason(failure))
              .ifPresent(failure -> wrongs.add(method + " with " + filling + ": " + failure));
        }
      }
    }
    assertThat(wrongs).isEmpty();
  }

  private static boolean isReason(Throwable failure) {
    return failure instanceof SQLException known
        && known.getSQLState() != null
        && !known.getSQLState().equals("HY000")
        && !known.getMessage().isBlank();
  }

  private static Optional<Throwable> failure(
      Object object, Method method, Map<Class<?>, Object> filling) throws Exception {
    final Object[] arguments =
        Arrays.stream(method.getParameterTypes())
            .map(type -> type == Executor.class ? (Executor) Runnable::run : filling.get(type))
            .toArray();
    try {
      method.invoke(object, arguments);
      return Optional.empty();
    } catch (InvocationTargetException e) {
      return Optional.of(e.getCause());
    }
  }
}
