package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.value.OutputColumn;
import io.github.bedrockjdbc.driver.value.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.calcite.sql.type.SqlTypeName;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** Reading a result whose rows are at hand: 100,000 of them, 28 columns of the table's types. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReadingBenchmark {
  private static final int ROWS = 100_000;
  private static final int COLUMNS = 28;
  private static final long START = 1_760_000_000_123L;

  /** Whose result is read. */
  @Param({"driver", "h2"})
  public String engine;

  private List<Object[]> rows;
  private Connection h2;

  /** Makes the rows and puts them where they are read. */
  @Setup
  public void fill() throws SQLException {
    rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      final Object[] row = new Object[COLUMNS];
      for (int column = 0; column < COLUMNS; column++) {
        row[column] = value(i, column);
      }
      rows.add(row);
    }
    if (engine.equals("h2")) {
      h2 = DriverManager.getConnection("jdbc:h2:mem:");
      insert();
      rows = List.of();
    }
  }

  /** Lets go of them. */
  @TearDown
  public void close() throws SQLException {
    if (h2 != null) {
      h2.close();
    }
  }

  private static SqlTypeName type(int column) {
    return column % 2 == 0
        ? SqlTypeName.VARCHAR
        : column % 4 == 1
            ? SqlTypeName.TIMESTAMP
            : column < 20 ? SqlTypeName.BIGINT : SqlTypeName.INTEGER;
  }

  private static Object value(int row, int column) {
    return switch (type(column)) {
      case VARCHAR -> "text number " + row + " of column " + column;
      case TIMESTAMP -> START + 1000L * row + column;
      case BIGINT -> 1_000_000L * column + row;
      default -> row;
    };
  }

  private void insert() throws SQLException {
    final StringBuilder columns = new StringBuilder();
    final StringBuilder marks = new StringBuilder();
    for (int i = 0; i < COLUMNS; i++) {
      final SqlTypeName type = type(i);
      columns
          .append(i == 0 ? "c0 " : ", c" + i + " ")
          .append(type == SqlTypeName.TIMESTAMP ? "TIMESTAMP(3)" : type.getName());
      marks.append(i == 0 ? "?" : ", ?");
    }
    try (Statement statement = h2.createStatement()) {
      statement.execute("CREATE TABLE t (" + columns + ")");
    }
    try (PreparedStatement insert = h2.prepareStatement("INSERT INTO t VALUES (" + marks + ")")) {
      for (Object[] row : rows) {
        for (int i = 0; i < COLUMNS; i++) {
          insert.setObject(
              i + 1, type(i) == SqlTypeName.TIMESTAMP ? new Timestamp((Long) row[i]) : row[i]);
        }
        insert.executeUpdate();
      }
    }
  }

  private ResultSet open() throws SQLException {
    return h2 == null ? ours() : h2.createStatement().executeQuery("SELECT * FROM t");
  }

  private ResultSet ours() throws SQLException {
    final List<OutputColumn> columns = new ArrayList<>();
    for (int i = 0; i < COLUMNS; i++) {
      columns.add(new OutputColumn("C" + i, "C" + i, type(i), 3, 3, true, null, null));
    }
    return new BedrockResultSet(null, columns, Rows.of(rows), new WarningChain(List::of)).execute();
  }

  /** Every value as {@code getObject} gives it. */
  @Benchmark
  public void object(Blackhole sink) throws SQLException {
    try (ResultSet all = open()) {
      while (all.next()) {
        for (int i = 1; i <= COLUMNS; i++) {
          sink.consume(all.getObject(i));
        }
      }
    }
  }

  /** Every value as text. */
  @Benchmark
  public void string(Blackhole sink) throws SQLException {
    try (ResultSet all = open()) {
      while (all.next()) {
        for (int i = 1; i <= COLUMNS; i++) {
          sink.consume(all.getString(i));
        }
      }
    }
  }

  /** Times by {@code getTimestamp}, all else by {@code getObject}. */
  @Benchmark
  public void timestamp(Blackhole sink) throws SQLException {
    try (ResultSet all = open()) {
      while (all.next()) {
        for (int i = 1; i <= COLUMNS; i++) {
          sink.consume(
              type(i - 1) == SqlTypeName.TIMESTAMP ? all.getTimestamp(i) : all.getObject(i));
        }
      }
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d rows of %s", ROWS, engine);
  }
}
