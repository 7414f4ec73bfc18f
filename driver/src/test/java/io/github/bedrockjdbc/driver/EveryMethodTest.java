package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is called on a JDBC object, open or closed: an answer, or a failure with a state. */
class EveryMethodTest {
  private static final String SQL = "SELECT job_name FROM jobs WHERE status = ? LIMIT 1";

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
              SQL,
              Object.class,
              new Object(),
              Class.class,
              String.class));

  /** Says by itself whether it is open, or answers anyway. */
  private static final Set<String> ALSO_WHEN_CLOSED =
      Set.of(
          "isClosed",
          "isValid",
          "isWrapperFor",
          "unwrap",
          "close",
          "abort",
          "beginRequest",
          "endRequest");

  /** Written by the JDK, which has its own errors. */
  private static final Set<String> JDKS_OWN =
      Set.of("enquoteIdentifier", "enquoteLiteral", "enquoteNCharLiteral", "isSimpleIdentifier");

  private enum Kind {
    CONNECTION(Connection.class),
    STATEMENT(Statement.class),
    PREPARED_STATEMENT(PreparedStatement.class),
    RESULT(ResultSet.class),
    PARAMETERS(ParameterMetaData.class),
    COLUMNS(ResultSetMetaData.class);

    private final Class<?> type;

    Kind(Class<?> type) {
      this.type = type;
    }

    Object open(Connection connection) throws SQLException {
      return switch (this) {
        case CONNECTION -> connection;
        case STATEMENT -> connection.createStatement();
        case PREPARED_STATEMENT -> connection.prepareStatement(SQL);
        case RESULT -> connection.createStatement().executeQuery("SELECT job_name FROM jobs");
        case PARAMETERS -> connection.prepareStatement(SQL).getParameterMetaData();
        case COLUMNS -> connection.prepareStatement(SQL).getMetaData();
      };
    }
  }

  private BedrockEmulator emulator;

  @BeforeEach
  void start() {
    emulator = Urls.emulatorWith(3);
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @ParameterizedTest
  @EnumSource(names = "RESULT", mode = EnumSource.Mode.EXCLUDE) // has a test of its own
  void openObjectAnswersOrFailsWithAState(Kind kind) throws Exception {
    final List<String> wrongs = new ArrayList<>();
    for (Method method : methods(kind)) {
      for (Map<Class<?>, Object> filling : FILLINGS) {
        try (Connection connection = DriverManager.getConnection(Urls.of(emulator))) {
          failure(kind.open(connection), method, filling)
              .filter(failure -> !hasState(failure))
              .ifPresent(failure -> wrongs.add(method + ": " + failure));
        }
      }
    }
    assertThat(wrongs).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECTION", "STATEMENT", "PREPARED_STATEMENT", "RESULT"})
  void closedObjectSaysSo(Kind kind) throws Exception {
    final List<String> wrongs = new ArrayList<>();
    final Connection connection = DriverManager.getConnection(Urls.of(emulator));
    final Object object = kind.open(connection);
    connection.close();
    for (Method method : methods(kind)) {
      if (!ALSO_WHEN_CLOSED.contains(method.getName())) {
        final Optional<Throwable> failure = failure(object, method, FILLINGS.get(2));
        if (!failure.filter(EveryMethodTest::tellsThatItIsClosed).isPresent()) {
          wrongs.add(method + ": " + failure);
        }
      }
    }
    assertThat(wrongs).isEmpty();
  }

  private static boolean hasState(Throwable failure) {
    return failure instanceof SQLException known && known.getSQLState() != null;
  }

  private static boolean tellsThatItIsClosed(Throwable failure) {
    return failure instanceof SQLException known
        && Set.of("08003", "HY010").contains(String.valueOf(known.getSQLState()));
  }

  private static List<Method> methods(Kind kind) {
    return Arrays.stream(kind.type.getMethods())
        .filter(method -> !JDKS_OWN.contains(method.getName()))
        .sorted(Comparator.comparing(Method::toString))
        .toList();
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
