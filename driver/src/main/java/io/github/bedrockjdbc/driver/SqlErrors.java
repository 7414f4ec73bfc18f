package io.github.bedrockjdbc.driver;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.sql.SQLWarning;

/** The one place where an {@link SQLException} is made, so that each has a state. */
final class SqlErrors {
  private SqlErrors() {}

  static SQLException of(SqlState state, String message) {
    return of(state, message, 0, null);
  }

  static SQLException of(SqlState state, String message, Throwable cause) {
    return of(state, message, 0, cause);
  }

  /**
   * @param vendorCode HTTP status, or 0 for a local error
   * @param cause may be null
   */
  static SQLException of(SqlState state, String message, int vendorCode, Throwable cause) {
    final String code = state.code();
    return switch (state.kind()) {
      case GENERAL -> new SQLException(message, code, vendorCode, cause);
      case SYNTAX -> new SQLSyntaxErrorException(message, code, vendorCode, cause);
      case DATA -> new SQLDataException(message, code, vendorCode, cause);
      case FEATURE -> new SQLFeatureNotSupportedException(message, code, vendorCode, cause);
      case AUTHORIZATION ->
          new SQLInvalidAuthorizationSpecException(message, code, vendorCode, cause);
      case NON_TRANSIENT -> new SQLNonTransientException(message, code, vendorCode, cause);
      case NON_TRANSIENT_CONNECTION ->
          new SQLNonTransientConnectionException(message, code, vendorCode, cause);
      case TRANSIENT -> new SQLTransientException(message, code, vendorCode, cause);
      case TRANSIENT_CONNECTION ->
          new SQLTransientConnectionException(message, code, vendorCode, cause);
      case TIMEOUT -> new SQLTimeoutException(message, code, vendorCode, cause);
      case WARNING -> new SQLWarning(message, code, vendorCode, cause);
    };
  }

  static SQLWarning warning(SqlState state, String message) {
    return new SQLWarning(message, state.code());
  }
}
