package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are what PostgreSQL makes of them, whether written as literals or read from rows. */
class NumbersTest {
  @AutoClose private static final BedrockEmulator emulator = Urls.emulatorWith(1);
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  /** X stands for the value, once as it is written and once as a column of VALUES. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // to DECIMAL: half away from zero
        "CAST(X AS DECIMAL(5,1))   | 17.35   | 17.4",
        "CAST(X AS DECIMAL(5,1))   | -17.35  | -17.4",
        "CAST(X AS DECIMAL(5,1))   | 17.35e0 | 17.4",
        "CAST(X AS DECIMAL(5,1))   | CAST(' 17.35 ' AS VARCHAR) | 17.4",
        "CAST(X AS DECIMAL(5,1))   | '1.735e1' | 17.4",
        "CAST(8 * X / 46 AS DECIMAL(5,1)) | 100.0 | 17.4",
        "CAST(X AS DECIMAL)        | 1.5     | 1.500000000000000000",
        "CAST(X AS DECIMAL(30,20)) | 0.1e0   | 0.10000000000000000000",
        // to whole numbers: decimals away from zero, doubles to the even one
        "CAST(X AS INTEGER)        | 2.5     | 3",
        "CAST(X AS INTEGER)        | -2.5    | -3",
        "CAST(X AS INTEGER)        | 2.5e0   | 2",
        "CAST(X AS INTEGER)        | 3.5e0   | 4",
        "CAST(X AS BIGINT)         | -2.5e0  | -2",
        "CAST(X AS SMALLINT)       | ' 12 '  | 12",
        // to text
        "CAST(X AS VARCHAR)        | -0.50   | -0.50",
        "CAST(X AS VARCHAR)        | 0.00    | 0.00",
        "CAST(X AS VARCHAR)        | 2.50e0  | 2.5",
        "CAST(X AS VARCHAR)        | 1e0     | 1",
        "CAST(X AS VARCHAR)        | 1e14    | 100000000000000",
        "CAST(X AS VARCHAR)        | 1e20    | 1e+20",
        "CAST(X AS VARCHAR)        | 1e-4    | 0.0001",
        "CAST(X AS VARCHAR)        | -1.5e-7 | -1.5e-07",
        "CAST(X AS VARCHAR(3))     | 123.45  | 123",
        "CONCAT('n=', CAST(X AS VARCHAR)) | 1.50 | n=1.50",
        // division and the other operators
        "-X                        | 1.5e0   | -1.5",
        "- (-X)                    | CAST(2.5 AS REAL) | 2.5",
        "+X                        | CAST(-2.5 AS FLOAT) | -2.5",
        "-X                        | 1.50    | -1.50",
        "- X                       | -7      | 7",
        "(-X) IS NULL              | CAST(NULL AS DOUBLE) | true",
        "X / 3                     | 1.0     | 0.333333333333333333",
        "X / 3.0                   | 2       | 0.666666666666666667",
        "X / 2                     | 7       | 3",
        "X / 2                     | -7      | -3",
        "X / 2                     | 7e0     | 3.5",
        "9223372036854775807 / X   | 1.0     | 9223372036854775807.000000000000000000",
        "X * X                     | 1.0000000001 | 1.00000000020000000001",
        "X + 0.2                   | 0.1     | 0.3",
        "X + 1                     | 12345678901234567890123 | 12345678901234567890124",
        "MOD(X, 3)                 | -7      | -1",
        "MOD(X, 2)                 | -7.5    | -1.5",
        "X % 2                     | 5.5     | 1.5",
        // functions
        "ROUND(X)                  | 2.5     | 3",
        "ROUND(X)                  | 2.5e0   | 2.0",
        "ROUND(X, 1)               | 99.95   | 100.0",
        "ROUND(X, 3)               | 99.95   | 99.950",
        "ROUND(X, -1)              | 25      | 30",
        "ROUND(X, -2)              | 150.5   | 200",
        "ROUND(X, 2)               | 4.345e0 | 4.35",
        "{fn ROUND(X, 1)}          | 99.95   | 100.0",
        "TRUNCATE(X, 1)            | -1.29   | -1.2",
        "TRUNCATE(X, 2)            | 4.35e0  | 4.35",
        "FLOOR(X)                  | -1.5    | -2",
        "CEIL(X)                   | 9.5     | 10",
        "SIGN(X)                   | 0.25    | 1.00",
        "X / 1                     | 1.00000000000000000001 | 1.00000000000000000001",
        "CAST(CAST(X AS REAL) AS DECIMAL(12,10)) | 0.1 | 0.1000000000",
        "ABS(X)                    | -2147483647 | 2147483647",
        "SQRT(X)                   | 2.25    | 1.5",
        "POWER(X, 2)               | -3      | 9.0",
      })
  void areExact(String expression, String value, String expected) throws SQLException {
    assertThat(both(expression, value)).containsOnly(List.of(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "CAST(X AS DECIMAL(5,1))   | 123456  | 22003",
        "CAST(X AS DECIMAL(5,1))   | 99999.99 | 22003",
        "CAST(X AS DECIMAL(5,1))   | 1e30    | 22003",
        "CAST(X AS DECIMAL(5,1))   | '1e30'  | 22003",
        "CAST(X AS DECIMAL(5,1))   | '1e999999999' | 22003",
        "CAST(X AS DECIMAL(5,1))   | 'x'     | 22018",
        "X * X                     | 5000000000 | 22003",
        "CAST(X AS INTEGER)        | 3e10    | 22003",
        "CAST(X AS INTEGER)        | 30000000000 | 22003",
        "CAST(X AS INTEGER)        | 30000000000.5 | 22003",
        "CAST(X AS INTEGER)        | '3000000000' | 22003",
        "CAST(X AS INTEGER)        | '1e3'   | 22018",
        "CAST(X AS INTEGER)        | '2.5'   | 22018",
        "CAST(X AS INTEGER)        | ''      | 22018",
        "CAST(X AS BIGINT)         | 1e30    | 22003",
        "CAST(X AS TINYINT)        | 300     | 22003",
        "CAST(X AS SMALLINT)       | 70000   | 22003",
        "CAST(X AS DOUBLE)         | '1f'    | 22018",
        "CAST(X AS DOUBLE)         | '0x1p3' | 22018",
        "CAST(X AS DOUBLE)         | 'NaN'   | 22018",
        "CAST(X AS DOUBLE)         | '1e400' | 22003",
        "CAST(X AS BOOLEAN)        | 'x'     | 22018",
        "X / 0                     | 1       | 22012",
        "X / 0                     | 1.5     | 22012",
        "X / 0                     | 1e0     | 22012",
        "MOD(X, 0)                 | 1.5     | 22012",
        "X * 10                    | 1e308   | 22003",
        "X + 1                     | 9223372036854775807 | 22003",
        "X * X                     | 12345678901234567890.5 | 22003",
        "SQRT(X)                   | -1      | 2201F",
        "POWER(X, 0.5)             | -8      | 2201F",
        "POWER(X, -1)              | 0       | 2201F",
        "POWER(X, 400)             | 10      | 22003",
        "EXP(X)                    | 1000    | 22003",
        "LN(X)                     | 0       | 2201E",
        "LOG10(X)                  | -1      | 2201E",
        "ABS(X)                    | -2147483648 | 22003",
        "ROUND(X, -1)              | 9223372036854775807 | 22003",
      })
  void failWhereTheyDoNotFit(String expression, String value, String state) {
    for (String sql : statements(expression, value)) {
      final SQLException failure = Answered.failureOf(connection, sql);
      assertThat(failure.getSQLState()).as(sql + ": " + failure.getMessage()).isEqualTo(state);
      assertThat(failure.getMessage()).doesNotContain("Exception", "java.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "SELECT COUNT(DISTINCT x) FROM (VALUES (1.0), (1.00), (2.5), (1)) v(x) | 2",
        "SELECT COUNT(*) FROM (VALUES (9007199254740993)) v(a) WHERE a = 9007199254740992.0 | 0",
        "SELECT CONCAT(ROUND(24.55, 1), '%, ', TRUNC(24.55), '%') | 24.6%, 24%",
        "SELECT CONCAT(ROUND(y, n), '%') FROM (VALUES (24.55, 1)) v(y, n) | 24.60%",
        "SELECT CAST(SUM(ROUND(x, 1)) AS VARCHAR) FROM (VALUES (24.55), (1.00)) v(x) | 25.6",
        "SELECT COALESCE(ROUND(x, 1), 0.000) FROM (VALUES (99.95)) v(x) | 100.000",
        "SELECT COUNT(*) FROM (VALUES (24)) v(a) WHERE a = '24' AND '24' = a AND (a, 1) = ('24', 1) | 1",
        "SELECT COUNT(*) FROM (SELECT MIN(NULL) + 1 AS x, 0.25 IN (SELECT MAX(NULL)) AS y) t WHERE x IS NULL AND y IS NULL | 1",
        "SELECT -9223372036854775808 | -9223372036854775808",
        "SELECT x FROM (VALUES (1), (2.5e0)) v(x) WHERE x > 2 | 2.5",
        "SELECT COALESCE(CASE WHEN y > 1 THEN 1.5 WHEN y > 0 THEN NULL ELSE 2.25 END, 7) FROM (VALUES (1)) v(y) | 7.00",
        "SELECT CAST(100.0 * COUNT(*) / 3 AS DECIMAL(5,1)) FROM (VALUES (1), (2)) v(x) | 66.7",
      })
  void keepTheirTypes(String sql, String expected) throws SQLException {
    assertThat(Queries.run(connection, sql)).containsExactly(expected);
  }

  private static List<List<String>> both(String expression, String value) throws SQLException {
    final String[] statements = statements(expression, value);
    return List.of(Queries.run(connection, statements[0]), Queries.run(connection, statements[1]));
  }

  private static String[] statements(String expression, String value) {
    return new String[] {
      "SELECT " + expression.replaceAll("\\bX\\b", value),
      "SELECT " + expression.replaceAll("\\bX\\b", "v.x") + " FROM (VALUES (" + value + ")) v(x)"
    };
  }
}
