package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.adapter.JobsSchema;
import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.adapter.config.Suggestion;
import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What clients of PostgreSQL set and ask of a session. Each has a value that always holds, and may
 * be set to what changes nothing.
 */
enum SessionSetting {
  APPLICATION_NAME("", ".*"),
  AUTOCOMMIT("on", "on|off|true|false|0|1"),
  CLIENT_ENCODING("UTF8", "utf-?8|unicode"),
  CLIENT_MIN_MESSAGES("notice", ".*"),
  DATESTYLE("ISO, YMD", "iso( ?,.*)?"),
  DEFAULT_TRANSACTION_ISOLATION("read committed", "read (un)?committed"),
  DEFAULT_TRANSACTION_READ_ONLY("on", "on|off|true|false|0|1"),
  EXTRA_FLOAT_DIGITS("3", "[123]"),
  IDLE_IN_TRANSACTION_SESSION_TIMEOUT("0", ".*"),
  LOCK_TIMEOUT("0", ".*"),
  SEARCH_PATH(JobsSchema.NAME, JobsSchema.NAME),
  SERVER_ENCODING("UTF8", "utf-?8|unicode"),
  STANDARD_CONFORMING_STRINGS("on", "on|true|1"),
  STATEMENT_TIMEOUT("0", "0(ms|s|min|h|d)?"),
  TIMEZONE("UTC", "utc|gmt|uct|zulu|z|etc/(utc|gmt|uct|zulu)|0|[+-]00(:00)?"),
  TRANSACTION_ISOLATION("read committed", "read (un)?committed"),
  TRANSACTION_READ_ONLY("on", "on|off|true|false|0|1");

  private final String value;
  private final Pattern accepted;

  SessionSetting(String value, String accepted) {
    this.value = value;
    this.accepted = Pattern.compile(accepted, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  static SessionSetting named(String name) throws SQLException {
    final List<String> known =
        Stream.concat(
                Arrays.stream(values()).map(SessionSetting::toString),
                Stream.of(Property.MAX_AGE.key()))
            .sorted(String.CASE_INSENSITIVE_ORDER)
            .toList();
    final String wanted = name.toLowerCase(Locale.ROOT);
    if (!known.contains(wanted)) {
      throw SqlErrors.of(
          SqlState.SYNTAX,
          "There is no setting '"
              + wanted
              + "'"
              + Suggestion.to(wanted, known).map(near -> "; did you mean " + near + "?").orElse(".")
              + " Known settings: "
              + String.join(", ", known));
    }
    return valueOf(wanted.toUpperCase(Locale.ROOT));
  }

  /** What is always in force. */
  String value() {
    return value;
  }

  /** Refuses what would modify data. */
  void check(String wanted) throws SQLException {
    if (!wanted.equalsIgnoreCase("DEFAULT") && !accepted.matcher(wanted).matches()) {
      throw SqlErrors.of(
          this == SEARCH_PATH ? SqlState.UNKNOWN_SCHEMA : SqlState.INVALID_ARGUMENT_VALUE,
          this
              + (value.isEmpty() ? "" : " is always " + value + ", and")
              + " cannot be set to '"
              + wanted
              + "'"
              + (this == STATEMENT_TIMEOUT ? ": use Statement.setQueryTimeout" : ""));
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
