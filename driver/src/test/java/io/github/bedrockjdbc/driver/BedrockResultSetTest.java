package io.github.bedrockjdbc.driver;

import static io.github.bedrockjdbc.driver.testing.Failures.stateOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.value.Conversion;
import io.github.bedrockjdbc.driver.value.OutputColumn;
import io.github.bedrockjdbc.driver.value.Rows;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.api.Test;

class BedrockResultSetTest {
  private static final Set<Class<?>> HOLD_TEXT =
      Set.of(String.class, Object.class, Clob.class, NClob.class, byte[].class);

  private static final List<OutputColumn> COLUMNS =
      List.of(
          column("id", "job_id"),
          column("Status", "status"),
          column("STATUS", "region"),
          column("job_id", "job_name"));

  @Test
  void walksForwardOnce() throws SQLException {
    final ResultSet result = Results.of(COLUMNS, row("1"), row("2"));

    assertThat(result.isBeforeFirst()).isTrue();
    assertThat(result.getRow()).isZero();
    assertThat(result.next()).isTrue();
    assertThat(result.isFirst()).isTrue();
    assertThat(result.isBeforeFirst()).isFalse();
    assertThat(result.isLast()).isFalse();
    assertThat(result.getString(1)).isEqualTo("1");
    assertThat(result.next()).isTrue();
    assertThat(result.isLast()).isTrue();
    assertThat(result.getString(1)).isEqualTo("2");
    assertThat(result.getRow()).isEqualTo(2);
    assertThat(result.isFirst()).isFalse();
    assertThat(result.isAfterLast()).isFalse();
    assertThat(result.next()).isFalse();
    assertThat(result.next()).isFalse();
    assertThat(result.isAfterLast()).isTrue();
    assertThat(result.isLast()).isFalse();
    assertThat(result.getRow()).isZero();
  }

  @Test
  void emptyResultIsNeitherBeforeNorAfterItsRows() throws SQLException {
    final ResultSet result = Results.of(COLUMNS);

    assertThat(result.isBeforeFirst()).isFalse();
    assertThat(result.isFirst() || result.isLast() || result.isAfterLast()).isFalse();
    assertThat(result.next()).isFalse();
    assertThat(result.isAfterLast()).isFalse();
    assertThat(result.isBeforeFirst()).isFalse();
  }

  @Test
  void valuesNeedACurrentRow() throws SQLException {
    final ResultSet result = Results.of(COLUMNS, row("1"));

    assertThat(stateOf(() -> result.getString(1))).isEqualTo("24000");
    assertThat(result.wasNull()).isFalse();
    result.next();
    assertThat(result.getString(1)).isEqualTo("1");
    result.next();
    assertThat(stateOf(() -> result.getString(1))).isEqualTo("24000");
  }

  @Test
  void labelsComeBeforeNamesAndTheFirstWins() throws SQLException {
    final ResultSet result = Results.of(COLUMNS, row("1"));

    assertThat(result.findColumn("ID")).isEqualTo(1);
    assertThat(result.findColumn("status")).isEqualTo(2);
    assertThat(result.findColumn("STATUS")).isEqualTo(2);
    assertThat(result.findColumn("JOB_ID")).isEqualTo(4);
    assertThat(result.findColumn("region")).isEqualTo(3);
    assertThat(result.findColumn("Region")).isEqualTo(3);
  }

  @Test
  void unknownLabelsNameTheNearest() throws SQLException {
    final ResultSet result = Results.of(COLUMNS, row("1"));

    final SQLException error =
        catchThrowableOfType(SQLException.class, () -> result.findColumn("jobid"));

    assertThat(error.getSQLState()).isEqualTo("42S22");
    assertThat(error.getMessage()).endsWith("no column jobid; did you mean job_id?");
    assertThat(
            catchThrowableOfType(SQLException.class, () -> result.findColumn("xyz")).getMessage())
        .endsWith("no column xyz");
    assertThat(stateOf(() -> result.findColumn(null))).isEqualTo("42S22");
  }

  @Test
  void failureOfTheRowsIsAnSqlExceptionAndStays() throws SQLException {
    final Iterator<Object[]> rows =
        new Iterator<>() {
          private int left = 1;

          @Override
          public boolean hasNext() {
            return left >= 0; // after the failure it looks like the end
          }

          @Override
          public Object[] next() {
            if (left-- > 0) {
              return row("1");
            }
            throw new ExceptionInInitializerError("secret");
          }
        };
    final ResultSet result = Results.of(COLUMNS, Rows.of(() -> rows));
    result.next();

    final SQLException error = catchThrowableOfType(SQLException.class, result::next);

    assertThat(error.getSQLState()).isEqualTo("HY000");
    assertThat(error.getMessage()).doesNotContain("secret");
    assertThat(error.getCause()).isInstanceOf(ExceptionInInitializerError.class);
    assertThat(stateOf(result::next)).isEqualTo("HY000");
    assertThat(stateOf(() -> result.getString(1))).isEqualTo("24000");
  }

  @Test
  void failureWhenOpenedClosesTheRows() {
    final CountingRows rows =
        new CountingRows() {
          @Override
          public Iterator<Object[]> iterator() {
            throw new IllegalStateException();
          }
        };

    assertThat(stateOf(() -> Results.of(COLUMNS, rows))).isEqualTo("HY000");
    assertThat(rows.closes).isEqualTo(1);
  }

  @Test
  void closesTheRowsOnceAndReadsNoneOfThem() throws SQLException {
    final CountingRows rows = new CountingRows();
    final ResultSet result = Results.of(COLUMNS, rows);
    result.next();

    assertThat(rows.reads).isEqualTo(1);
    assertThat(result.isLast()).isFalse(); // one more is asked for, and not read
    assertThat(rows.reads).isEqualTo(1);
    result.close();
    result.close();

    assertThat(rows.closes).isEqualTo(1);
    assertThat(rows.reads).isEqualTo(1);
    assertThat(stateOf(result::next)).isEqualTo("HY010");
  }

  @Test
  void closesRowsThatWereNeverOpened() throws SQLException {
    final CountingRows rows = new CountingRows();

    unexecuted(rows, new WarningChain(List::of)).close();

    assertThat(rows.closes).isEqualTo(1);
  }

  @Test
  void isForwardOnlyAndReadOnly() throws SQLException {
    final ResultSet result = Results.of(COLUMNS, row("1"));

    assertThat(result.getType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
    assertThat(result.getConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
    assertThat(result.getHoldability()).isEqualTo(ResultSet.HOLD_CURSORS_OVER_COMMIT);
    assertThat(result.getFetchDirection()).isEqualTo(ResultSet.FETCH_FORWARD);
    assertThat(result.getStatement()).isNull();
    assertThat(stateOf(result::first)).isEqualTo("24000");
    assertThat(stateOf(() -> result.absolute(1))).isEqualTo("24000");
    assertThat(stateOf(() -> result.updateString(1, "x"))).isEqualTo("25006");
    assertThat(stateOf(result::deleteRow)).isEqualTo("25006");
    result.setFetchDirection(ResultSet.FETCH_FORWARD);
    assertThat(stateOf(() -> result.setFetchDirection(ResultSet.FETCH_REVERSE))).isEqualTo("HY024");
    result.setFetchSize(Integer.MIN_VALUE);
    assertThat(result.getFetchSize()).isZero();
    result.setFetchSize(500);
    assertThat(result.getFetchSize()).isEqualTo(500);
  }

  @Test
  void wrapsNothingButItself() throws SQLException {
    final ResultSet result = Results.of(COLUMNS);

    assertThat(result.isWrapperFor(BedrockResultSet.class)).isTrue();
    assertThat(result.unwrap(ResultSet.class)).isSameAs(result);
    assertThat(result.isWrapperFor(String.class)).isFalse();
    assertThat(stateOf(() -> result.unwrap(String.class))).isEqualTo("HY024");
    assertThat(stateOf(() -> result.unwrap(null))).isEqualTo("HY024");
  }

  @Test
  void warningsGrowAndAreCleared() throws SQLException {
    final List<String> texts = new ArrayList<>();
    final ResultSet result =
        new BedrockResultSet(
            null,
            COLUMNS,
            new CountingRows(),
            new WarningChain(
                () -> texts.stream().map(t -> SqlErrors.warning(SqlState.WARNING, t)).toList()));

    result.clearWarnings();
    assertThat(result.getWarnings() == null).isTrue();
    texts.add("one");
    texts.add("two");
    assertThat(result.getWarnings().getMessage()).isEqualTo("one");
    assertThat(result.getWarnings().getNextWarning().getMessage()).isEqualTo("two");
    result.clearWarnings();
    assertThat(result.getWarnings() == null).isTrue();
    texts.add("three");
    assertThat(result.getWarnings().getMessage()).isEqualTo("three");
    assertThat(result.getWarnings().getNextWarning() == null).isTrue();
  }

  @Test
  void nothingOfAValueIsInAMessage() throws SQLException {
    final ResultSet cell = Results.cell(SqlTypeName.VARCHAR, "secret");

    for (Class<?> javaClass : Conversion.BY_CLASS.keySet()) {
      if (!HOLD_TEXT.contains(javaClass)) {
        assertThat(
                catchThrowableOfType(SQLException.class, () -> cell.getObject(1, javaClass))
                    .getMessage())
            .doesNotContain("secret");
      }
    }
  }

  private static ResultSet unexecuted(Rows rows, WarningChain warnings) throws SQLException {
    return new BedrockResultSet(null, COLUMNS, rows, warnings);
  }

  private static OutputColumn column(String label, String name) {
    return new OutputColumn(label, name, SqlTypeName.VARCHAR, -1, -1, true, "bedrock", "jobs");
  }

  private static Object[] row(String value) {
    return new Object[] {value, value, value, value};
  }

  /** Endless rows that count what is done with them. */
  private static class CountingRows implements Rows {
    private int reads;
    private int closes;

    @Override
    public Iterator<Object[]> iterator() {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return true;
        }

        @Override
        public Object[] next() {
          reads++;
          return row("x");
        }
      };
    }

    @Override
    public void close() {
      closes++;
    }
  }
}
