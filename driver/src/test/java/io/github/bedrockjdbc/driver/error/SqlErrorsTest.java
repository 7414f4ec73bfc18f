package io.github.bedrockjdbc.driver.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SqlErrorsTest {
  @ParameterizedTest
  @CsvSource({
    "28000, SQLInvalidAuthorizationSpecException",
    "42501, SQLNonTransientException",
    "08001, SQLNonTransientConnectionException",
    "08006, SQLTransientConnectionException",
    "08S01, SQLTransientConnectionException",
    "08003, SQLNonTransientConnectionException",
    "HY010, SQLException SQLException",
    "57014, SQLException",
    "HYT00, SQLTimeoutException",
    "HYT01, SQLTimeoutException",
    "53300, SQLTransientException",
    "58000, SQLTransientException SQLException",
    "53200, SQLException",
    "54000, SQLException SQLException SQLException SQLException",
    "54001, SQLException",
    "25006, SQLException",
    "24000, SQLException",
    "42000, SQLSyntaxErrorException",
    "42S02, SQLSyntaxErrorException",
    "42S22, SQLSyntaxErrorException",
    "3F000, SQLSyntaxErrorException",
    "22003, SQLDataException",
    "22005, SQLDataException",
    "22007, SQLDataException",
    "22011, SQLDataException",
    "22012, SQLDataException",
    "22018, SQLDataException",
    "2201B, SQLDataException",
    "22023, SQLDataException",
    "22032, SQLDataException",
    "07002, SQLException",
    "07003, SQLException",
    "07009, SQLException",
    "HY024, SQLException",
    "0A000, SQLFeatureNotSupportedException",
    "HY000, SQLException",
    "01S02, SQLWarning",
    "01000, SQLWarning",
  })
  void theStateDecidesTheClass(String code, String classNames) {
    final String classes =
        Arrays.stream(SqlState.values())
            .filter(state -> state.code().equals(code))
            .map(state -> SqlErrors.of(state, "m").getClass().getSimpleName())
            .collect(Collectors.joining(" "));

    assertThat(classes).isEqualTo(classNames);
  }

  @ParameterizedTest
  @EnumSource
  void everyPartArrives(SqlState state) {
    final Throwable cause = new IllegalStateException();

    final SQLException error = SqlErrors.of(state, "what failed", 429, cause);

    assertThat(error.getMessage()).isEqualTo("what failed");
    assertThat(error.getCause()).isSameAs(cause);
    assertThat(error.getSQLState()).isEqualTo(state.code()).hasSize(5);
    assertThat(error.getErrorCode()).isEqualTo(429);
    assertThat(SqlErrors.of(state, "m").getErrorCode()).isZero();
  }

  @Test
  void whatTheProcessLacksIsTold() {
    final SQLException error =
        SqlErrors.translate(
            new IllegalStateException(new OutOfMemoryError("unable to create native thread")));
    assertThat(error.getSQLState()).isEqualTo("53200");
    assertThat(error.getMessage()).contains("out of memory or threads");
  }

  @Test
  void warningsHaveAState() {
    final SQLWarning warning = SqlErrors.warning(SqlState.OPTION_CHANGED, "forward only");

    assertThat(warning.getSQLState()).isEqualTo("01S02");
    assertThat(warning.getErrorCode()).isZero();
  }
}
