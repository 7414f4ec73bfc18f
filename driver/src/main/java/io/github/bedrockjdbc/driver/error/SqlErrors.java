package io.github.bedrockjdbc.driver.error;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.config.ConfigException;
import java.sql.ClientInfoStatus;
import java.sql.SQLClientInfoException;
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
import java.util.Arrays;
import java.util.Map;
import org.apache.calcite.runtime.CalciteContextException;

/** The one place where an {@link SQLException} is made, so that each has a state. */
public final class SqlErrors {
  private SqlErrors() {}

  public static SQLException of(SqlState state, String message) {
    return of(state, message, 0, null);
  }

  public static SQLException of(SqlState state, String message, Throwable cause) {
    return of(state, message, 0, cause);
  }

  /**
   * The object that was called is closed.
   *
   * @param what a statement, with its article: the start of a sentence
   */
  public static SQLException closed(String what) {
    return of(SqlState.CLOSED, what + " is closed");
  }

  /** What is counted from 1 does not go so far. */
  public static SQLException noSuch(String what, int index, int count) {
    return of(SqlState.INVALID_INDEX, what + " " + index + ": there are " + count);
  }

  /** Of a type of JDBC that has no values here. */
  public static SQLException noSuchType(String type) {
    return of(SqlState.NOT_SUPPORTED, "there are no values of type " + type);
  }

  /**
   * Refuses a number below zero.
   *
   * @param what a length, with its article
   */
  public static void checkNotNegative(long value, String what) throws SQLException {
    if (value < 0) {
      throw of(SqlState.INVALID_ARGUMENT, what + " must not be negative: " + value);
    }
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

  /** The same error, which says which parameter's value it is about; they count from 1. */
  public static SQLException ofParameter(int number, SQLException error) {
    return Arrays.stream(SqlState.values())
        .filter(state -> state.code().equals(error.getSQLState()))
        .findFirst()
        .map(state -> of(state, "Parameter " + number + ": " + error.getMessage(), error))
        .orElse(error);
  }

  /** For the methods that may throw nothing else. */
  public static SQLClientInfoException clientInfo(
      SqlState state, String message, Map<String, ClientInfoStatus> failed) {
    return new SQLClientInfoException(message, state.code(), failed);
  }

  public static SQLWarning warning(SqlState state, String message) {
    return new SQLWarning(message, state.code());
  }

  /** A failure after rows were read: a connection that is lost then is one that broke. */
  public static SQLException duringResult(Throwable failure) {
    final SQLException told = translate(failure);
    return SqlState.CONNECTION_LOST.code().equals(told.getSQLState())
        ? of(SqlState.CONNECTION_BROKEN, told.getMessage(), told.getErrorCode(), told.getCause())
        : told;
  }

  /** Any failure of planning or running a statement, as what clients expect. */
  public static SQLException translate(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      final SQLException known = known(cause);
      if (known != null) {
        return known;
      }
    }
    return of(
        SqlState.GENERAL_ERROR,
        "The query failed with an unexpected error; see the cause",
        failure); // whose text may hold anything
  }

  private static SQLException known(Throwable cause) {
    if (cause instanceof SQLException already) {
      return already;
    }
    if (cause instanceof SqlFault fault) {
      return of(fault.state(), fault.getMessage(), fault);
    }
    if (TooComplex.isMeant(cause)) {
      return of(SqlState.TOO_COMPLEX, TooComplex.TEXT, cause);
    }
    if (cause instanceof OutOfMemoryError) {
      return of(
          SqlState.OUT_OF_MEMORY,
          "This Java process is out of memory or threads: read fewer rows or columns at a time,"
              + " close connections, or raise its limits, such as -Xmx",
          cause);
    }
    if (cause instanceof ApiException api) {
      return of(state(api.kind()), api.getMessage(), api.httpStatus(), api);
    }
    if (cause instanceof ConfigException) {
      return of(SqlState.CANNOT_CONNECT, cause.getMessage(), cause);
    }
    if (cause instanceof CalciteContextException invalid) {
      return of(SqlState.SYNTAX, SqlMistake.text(invalid), invalid);
    }
    if (cause.getClass().getName().contains(".jsonpath.")) { // its text names classes
      return of(
          SqlState.INVALID_JSON,
          "A text is not valid JSON, or the path matches nothing in it",
          cause);
    }
    if (cause instanceof NumberFormatException) {
      return of(
          SqlState.INVALID_CAST,
          "Not a number: " + String.valueOf(cause.getMessage()).replace("For input string: ", ""),
          cause);
    }
    return cause instanceof RuntimeException
        ? RunFailure.fault(cause)
            .map(fault -> of(fault.state(), fault.getMessage(), cause))
            .orElse(null)
        : null;
  }

  private static SqlState state(ApiException.Kind kind) {
    return switch (kind) {
      case THROTTLED -> SqlState.THROTTLED;
      case ACCESS_DENIED -> SqlState.ACCESS_DENIED;
      case UNAUTHENTICATED, EXPIRED -> SqlState.NOT_AUTHENTICATED;
      case INVALID, NOT_FOUND -> SqlState.GENERAL_ERROR;
      case SERVER -> SqlState.SERVICE_FAILED;
      case UNREACHABLE, SETTING -> SqlState.CANNOT_CONNECT;
      case CONNECTION_LOST -> SqlState.CONNECTION_LOST;
      case TIMEOUT -> SqlState.QUERY_TIMEOUT;
      case NETWORK_TIMEOUT -> SqlState.NETWORK_TIMEOUT;
      case CANCELLED -> SqlState.CANCELLED;
      case BAD_ANSWER -> SqlState.BAD_ANSWER;
      case REQUEST_LIMIT -> SqlState.REQUEST_LIMIT;
      case NEGATIVE_LIMIT -> SqlState.INVALID_LIMIT;
      case NEGATIVE_OFFSET -> SqlState.INVALID_OFFSET;
    };
  }
}
