package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What clients send, from {@code client-statements.txt}. Below each statement: values of an
 * execution ({@code ?}), its columns ({@code =}), rows ({@code -}) and requests ({@code >}). {@code
 * *} at an end stands for what changes with the clock or is told elsewhere; of wide rows only the
 * first value is told.
 */
class ClientStatementsTest {
  private static final int WIDE = 20;

  @AutoClose private static final BedrockEmulator emulator = KnownJobs.emulator();
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  /** A statement and what must come of it. */
  private record Example(
      String sql,
      List<String> executions,
      List<String> columns,
      List<String> rows,
      List<String> requests) {
    @Override
    public String toString() {
      return sql;
    }
  }

  static List<Example> examples() throws IOException {
    final List<Example> examples = new ArrayList<>();
    try (InputStream file =
        Objects.requireNonNull(
            ClientStatementsTest.class.getResourceAsStream("/client-statements.txt"))) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> add(line, examples));
    }
    return examples;
  }

  private static void add(String line, List<Example> examples) {
    if (!line.startsWith("  ")) {
      examples.add(
          new Example(
              line.replace("\\n", "\n"),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>()));
      return;
    }
    final Example last = examples.get(examples.size() - 1);
    final String text = line.substring(4);
    switch (line.charAt(2)) {
      case '?' -> last.executions().add(text);
      case '=' -> last.columns().add(text);
      case '-' -> last.rows().add(text);
      case '>' -> last.requests().add(text);
      default -> throw new AssertionError(line);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void runsAsClientsExpect(Example example) throws SQLException {
    final List<String> executions =
        example.executions().isEmpty() ? List.of("") : example.executions();
    for (String execution : executions) {
      emulator.log().clear();
      try (PreparedStatement statement = connection.prepareStatement(example.sql())) {
        bind(statement, execution);
        try (ResultSet result = statement.executeQuery()) {
          assertThat(List.of(columns(result))).isEqualTo(example.columns());
          final List<String> rows = masked(rows(result), example.rows());
          if (example.sql().toUpperCase(Locale.ROOT).contains("ORDER BY")) {
            assertThat(rows).isEqualTo(example.rows());
          } else {
            assertThat(rows).containsExactlyInAnyOrderElementsOf(example.rows());
          }
        }
      }
      assertThat(masked(lists(), example.requests())).isEqualTo(example.requests());
    }
  }

  /** Statements that are not prepared give the same. */
  @ParameterizedTest
  @MethodSource("examples")
  void runsWithoutBeingPrepared(Example example) throws SQLException {
    if (example.executions().isEmpty()) {
      assertThat(Answered.to(connection, example.sql()).rows()).hasSize(example.rows().size());
    }
  }

  /** Failure messages are read once, by whichever statement shows them first. */
  private static List<String> lists() {
    return emulator.log().lines().stream()
        .filter(line -> line.startsWith("GET /model-invocation-jobs"))
        .toList();
  }

  private static void bind(PreparedStatement statement, String execution) throws SQLException {
    final List<String> values = Stream.of(execution.split("; ")).filter(v -> !v.isEmpty()).toList();
    for (int i = 0; i < values.size(); i++) {
      final String[] value = values.get(i).split(" ", 2);
      switch (value[0]) {
        case "int" -> statement.setInt(i + 1, Integer.parseInt(value[1]));
        case "long" -> statement.setLong(i + 1, Long.parseLong(value[1]));
        case "string" -> statement.setString(i + 1, value[1]);
        case "timestamp" -> statement.setTimestamp(i + 1, Timestamp.valueOf(value[1]));
        case "localDateTime" -> statement.setObject(i + 1, LocalDateTime.parse(value[1]));
        default -> throw new AssertionError(execution);
      }
    }
  }

  private static String columns(ResultSet result) throws SQLException {
    final int count = result.getMetaData().getColumnCount();
    final List<String> labels = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      labels.add(result.getMetaData().getColumnLabel(i));
    }
    return count > WIDE
        ? labels.get(0) + " and " + (count - 1) + " more"
        : String.join("|", labels);
  }

  private static List<String> rows(ResultSet result) throws SQLException {
    final int count = result.getMetaData().getColumnCount();
    final List<String> rows = new ArrayList<>();
    while (result.next()) {
      final String[] values = new String[count];
      for (int i = 0; i < count; i++) {
        values[i] = result.getString(i + 1);
      }
      rows.add(count > WIDE ? values[0] : String.join("|", values));
    }
    return rows;
  }

  /** With {@code *} where that is expected. */
  private static List<String> masked(List<String> lines, List<String> expected) {
    return lines.stream()
        .map(
            line ->
                expected.stream()
                    .filter(mask -> mask.endsWith("*"))
                    .filter(mask -> line.startsWith(mask.substring(0, mask.length() - 1)))
                    .findFirst()
                    .orElse(line))
        .toList();
  }
}
