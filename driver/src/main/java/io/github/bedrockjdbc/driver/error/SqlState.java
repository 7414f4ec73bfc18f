package io.github.bedrockjdbc.driver.error;

/** Every SQLState that the driver gives, and the kind of exception or warning that carries it. */
public enum SqlState {
  /** A warning without a state of its own: a region was skipped, a job is incomplete. */
  WARNING("01000", Kind.WARNING),
  /** An option that was asked for was replaced by another one. */
  OPTION_CHANGED("01S02", Kind.WARNING),
  /** A parameter has no value at execution. */
  UNSET_PARAMETER("07002", Kind.GENERAL),
  /** The statement is no query, or a query was run as an update. */
  NOT_A_QUERY("07003", Kind.GENERAL),
  /** There is no column or parameter of that number. */
  INVALID_INDEX("07009", Kind.GENERAL),
  /** Endpoint unknown, TLS or proxy refused, or a bad value in the URL. */
  CANNOT_CONNECT("08001", Kind.NON_TRANSIENT_CONNECTION),
  /** The connection is closed. */
  CONNECTION_CLOSED("08003", Kind.NON_TRANSIENT_CONNECTION),
  /** The service was not reached after all tries. */
  CONNECTION_LOST("08006", Kind.TRANSIENT_CONNECTION),
  /** The connection broke while a result was read. */
  CONNECTION_BROKEN("08S01", Kind.TRANSIENT_CONNECTION),
  /** An optional feature of JDBC; pools drop a connection for it, so common calls never give it. */
  NOT_SUPPORTED("0A000", Kind.FEATURE),
  /** A sub-query for one value gave several rows. */
  SEVERAL_ROWS("21000", Kind.GENERAL),
  /** A part of a text that lies outside of it. */
  SUBSTRING_ERROR("22011", Kind.DATA),
  /** A number or date does not fit. */
  OUT_OF_RANGE("22003", Kind.DATA),
  /** There is no conversion between the two types at all. */
  NO_CONVERSION("22005", Kind.DATA),
  /** A text is no date, time or timestamp. */
  INVALID_DATETIME("22007", Kind.DATA),
  /** A date or time is none, or lies outside the years 1 to 9999. */
  DATETIME_OUT_OF_RANGE("22008", Kind.DATA),
  /** Division by zero. */
  DIVISION_BY_ZERO("22012", Kind.DATA),
  /** An interval is longer than its type can hold. */
  INTERVAL_OVERFLOW("22015", Kind.DATA),
  /** A value cannot be cast: its text is not of the wanted form. */
  INVALID_CAST("22018", Kind.DATA),
  /** The character that is to escape LIKE's wildcards is not one character. */
  INVALID_ESCAPE_CHARACTER("22019", Kind.DATA),
  /** An argument that a function does not take. */
  INVALID_ARGUMENT_VALUE("22023", Kind.DATA),
  /** What follows LIKE's escape character is none of its wildcards, nor the character itself. */
  INVALID_ESCAPE_SEQUENCE("22025", Kind.DATA),
  /** A pattern that is no regular expression. */
  INVALID_PATTERN("2201B", Kind.DATA),
  /** A text that is no JSON. */
  INVALID_JSON("22032", Kind.DATA),
  /** A logarithm of zero or less. */
  INVALID_LOGARITHM("2201E", Kind.DATA),
  /** A root of a negative number, or a power that is no number. */
  INVALID_POWER("2201F", Kind.DATA),
  /** A negative LIMIT. */
  INVALID_LIMIT("2201W", Kind.DATA),
  /** A negative OFFSET. */
  INVALID_OFFSET("2201X", Kind.DATA),
  /** There is no current row, or the move needs a scrollable result set. */
  INVALID_CURSOR_STATE("24000", Kind.GENERAL),
  /** Any write. */
  READ_ONLY("25006", Kind.GENERAL),
  /** No credentials, or the service does not know or accept them. */
  NOT_AUTHENTICATED("28000", Kind.AUTHORIZATION),
  /** There is no schema of that name. */
  UNKNOWN_SCHEMA("3F000", Kind.SYNTAX),
  /** The statement cannot be parsed or validated. */
  SYNTAX("42000", Kind.SYNTAX),
  /** The credentials may not do this; not of the syntax class, although its state begins alike. */
  ACCESS_DENIED("42501", Kind.NON_TRANSIENT),
  /** There is no table of that name. */
  UNKNOWN_TABLE("42S02", Kind.SYNTAX),
  /** There is no column of that name or label. */
  UNKNOWN_COLUMN("42S22", Kind.SYNTAX),
  /** This Java process has no memory, or no thread, left. */
  OUT_OF_MEMORY("53200", Kind.GENERAL),
  /** Still throttled after all tries. */
  THROTTLED("53300", Kind.TRANSIENT),
  /** The statement would send more requests than it may. */
  REQUEST_LIMIT("54000", Kind.GENERAL),
  /** A function would make a text that is too long. */
  TEXT_TOO_LONG("54000", Kind.GENERAL),
  /** Too many statements that were cancelled are still being planned. */
  TOO_MANY_LEFT_BEHIND("54000", Kind.GENERAL),
  /** A scrollable result has more rows than are kept. */
  TOO_MANY_KEPT_ROWS("54000", Kind.GENERAL),
  /** The statement is nested too deeply, or too large when it is resolved. */
  TOO_COMPLEX("54001", Kind.GENERAL),
  /** The statement was cancelled. */
  CANCELLED("57014", Kind.GENERAL),
  /** The service failed. */
  SERVICE_FAILED("58000", Kind.TRANSIENT),
  /** The service's answer cannot be read. */
  BAD_ANSWER("58000", Kind.GENERAL),
  /** Anything else. */
  GENERAL_ERROR("HY000", Kind.GENERAL),
  /** The statement, result set or value is closed. */
  CLOSED("HY010", Kind.GENERAL),
  /** A method that this kind of statement has no use for. */
  WRONG_CALL("HY010", Kind.GENERAL),
  /** A method's argument makes no sense. */
  INVALID_ARGUMENT("HY024", Kind.GENERAL),
  /** The query timeout has passed. */
  QUERY_TIMEOUT("HYT00", Kind.TIMEOUT),
  /** The network timeout has passed. */
  NETWORK_TIMEOUT("HYT01", Kind.TIMEOUT);

  /** What JDBC calls an error of this sort; {@link SqlErrors} knows the class of each. */
  enum Kind {
    GENERAL,
    SYNTAX,
    DATA,
    FEATURE,
    AUTHORIZATION,
    NON_TRANSIENT,
    NON_TRANSIENT_CONNECTION,
    TRANSIENT,
    TRANSIENT_CONNECTION,
    TIMEOUT,
    WARNING
  }

  private final String code;
  private final Kind kind;

  SqlState(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  public String code() {
    return code;
  }

  Kind kind() {
    return kind;
  }
}
