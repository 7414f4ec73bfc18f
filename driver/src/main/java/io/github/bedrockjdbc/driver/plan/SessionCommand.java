package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.sql.Sql;
import io.github.bedrockjdbc.driver.token.SqlTokens;
import io.github.bedrockjdbc.driver.value.OutputColumn;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.sql.parser.impl.SqlParserImplConstants;
import org.apache.calcite.sql.parser.impl.Token;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Statements about transactions and the session, which clients send without being asked. There is
 * nothing to begin or to end: they do nothing, and are refused where that would not be what they
 * say.
 */
public final class SessionCommand {
  private static final Set<String> BEGINNINGS =
      Set.of(
          "ABORT",
          "BEGIN",
          "CLOSE",
          "COMMIT",
          "DEALLOCATE",
          "DESC",
          "DESCRIBE",
          "DISCARD",
          "END",
          "RELEASE",
          "RESET",
          "ROLLBACK",
          "SAVEPOINT",
          "SET",
          "SHOW",
          "START",
          "UNLISTEN",
          "USE");

  private static final String WORK = "( WORK| TRANSACTION| TRAN)?";
  private static final String MODES =
      "( (,)?(ISOLATION LEVEL READ (UN)?COMMITTED|READ ONLY|READ WRITE|(NOT )?DEFERRABLE"
          + "|WITH CONSISTENT SNAPSHOT)( ,(?= ))?)+";

  private static final Pattern IDLE =
      Pattern.compile(
          "(COMMIT|ROLLBACK|END|ABORT)%1$s( AND NO CHAIN| AND CHAIN)?|(BEGIN%1$s|START TRANSACTION)(%2$s)?|SET( LOCAL| SESSION)? TRANSACTION%2$s|SET SESSION CHARACTERISTICS AS TRANSACTION%2$s|SET CONSTRAINTS ALL (DEFERRED|IMMEDIATE)|DISCARD (ALL|PLANS|SEQUENCES|TEMP|TEMPORARY)|DEALLOCATE (PREPARE )?ALL|CLOSE ALL|UNLISTEN \\*|RESET ALL"
              .formatted(WORK, MODES));

  private static final Pattern SET =
      Pattern.compile("SET (?:SESSION |LOCAL )?(?:(TIME ZONE|NAMES)|(\\w+) (?:=|TO)) (.+)");
  private static final Pattern SCHEMA =
      Pattern.compile("(?:USE|SET (?:CURRENT )?SCHEMA(?: =)?) ([\\w\"']+)");
  private static final Pattern SHOW =
      Pattern.compile("SHOW (TIME ZONE|TRANSACTION ISOLATION LEVEL|\\w+)");
  private static final Pattern RESET = Pattern.compile("RESET (TIME ZONE|\\w+)");
  private static final Pattern SAVEPOINT =
      Pattern.compile("SAVEPOINT .*|RELEASE .*|ROLLBACK%s TO .*".formatted(WORK));
  private static final Pattern LISTS =
      Pattern.compile("(SHOW )?(FULL )?(TABLES|COLUMNS|SCHEMAS|DATABASES|DESC|DESCRIBE)\\b.*");

  private SessionCommand() {}

  /** A query was expected. */
  public static SQLException givesNoRows() {
    return SqlErrors.of(SqlState.NOT_A_QUERY, "The statement returns no rows: use execute");
  }

  /** Something else than a query was expected. */
  public static SQLException givesRows() {
    return SqlErrors.of(SqlState.NOT_A_QUERY, "The statement is a query: use executeQuery");
  }

  /** What a text does that is such a statement; empty for any other. */
  public static Optional<Plan> plan(String text) throws SQLException {
    final String sql = Sql.withoutMark(text);
    final Optional<String> beginning =
        SqlTokens.first(sql == null ? "" : sql).map(SessionCommand::word);
    if (beginning.filter(BEGINNINGS::contains).isEmpty() || !SqlTokens.isReadable(sql)) {
      return Optional.empty(); // without reading long statements once more
    }
    final List<Token> tokens = SqlTokens.all(sql);
    if (tokens.stream().anyMatch(SessionCommand::isOpenQuote)) {
      return Optional.empty();
    }
    int end = tokens.size();
    while (tokens.get(end - 1).kind == SqlParserImplConstants.SEMICOLON) {
      end--;
    }
    final List<String> words = tokens.subList(0, end).stream().map(SessionCommand::word).toList();
    if (words.contains(";")) {
      throw SqlErrors.of(SqlState.SYNTAX, "Only one statement is allowed, not several");
    }
    return Optional.of(planned(String.join(" ", words)));
  }

  private static boolean isOpenQuote(Token token) {
    return token.kind == SqlParserImplConstants.QUOTE
        || token.kind == SqlParserImplConstants.DOUBLE_QUOTE;
  }

  /** As it compares: literals and quoted names as they are. */
  private static String word(Token token) {
    return token.image.startsWith("'") || token.image.startsWith("\"")
        ? token.image
        : token.image.toUpperCase(Locale.ROOT);
  }

  private static Plan planned(String command) throws SQLException {
    final Matcher schema = SCHEMA.matcher(command);
    final Matcher set = SET.matcher(command);
    final Matcher show = SHOW.matcher(command);
    final Matcher reset = RESET.matcher(command);
    if (LISTS.matcher(command).matches()) {
      throw SqlErrors.of(
          SqlState.SYNTAX,
          "Tables and columns are listed with SELECT * FROM information_schema.tables, and"
              + " information_schema.columns");
    }
    if (SAVEPOINT.matcher(command).matches()) {
      throw SqlErrors.of(SqlState.NOT_SUPPORTED, "Savepoints are not supported");
    }
    if (command.equals("RESET ALL") || command.equals("DISCARD ALL")) {
      return nothing().changing(MaxAgeChange.to("DEFAULT"));
    }
    if (IDLE.matcher(command).matches()) {
      return nothing();
    }
    if (show.matches()) {
      return MaxAgeChange.isNamed(show.group(1)) ? maxAge() : value(setting(show.group(1)));
    }
    if (schema.matches()) {
      SessionSetting.SEARCH_PATH.check(unquoted(schema.group(1)));
    } else if (set.matches()) {
      final String name = set.group(1) == null ? set.group(2) : set.group(1);
      if (MaxAgeChange.isNamed(name)) {
        return nothing().changing(MaxAgeChange.to(unquoted(set.group(3))));
      }
      setting(name).check(unquoted(set.group(3)));
    } else if (reset.matches()) {
      if (MaxAgeChange.isNamed(reset.group(1))) {
        return nothing().changing(MaxAgeChange.to("DEFAULT"));
      }
      setting(reset.group(1));
    } else {
      throw SqlErrors.of(
          SqlState.SYNTAX,
          "'"
              + command
              + "' is not understood. There are no transactions: COMMIT, ROLLBACK, BEGIN and START"
              + " TRANSACTION do nothing, and take READ ONLY, READ WRITE and ISOLATION LEVEL READ"
              + " COMMITTED; SET and SHOW take a setting");
    }
    return nothing();
  }

  private static SessionSetting setting(String words) throws SQLException {
    return SessionSetting.named(
        switch (words) {
          case "TIME ZONE" -> "TIMEZONE";
          case "NAMES" -> "CLIENT_ENCODING";
          case "TRANSACTION ISOLATION LEVEL" -> "TRANSACTION_ISOLATION";
          default -> words;
        });
  }

  private static String unquoted(String value) {
    return value.matches("(?s)(['\"]).*\\1") ? value.substring(1, value.length() - 1) : value;
  }

  private static Plan nothing() {
    return Plan.of(List.of(), List.of(), context -> Linq4j.emptyEnumerable(), true);
  }

  private static Plan value(SessionSetting setting) {
    return value(setting.toString(), execution -> setting.value());
  }

  private static Plan maxAge() {
    return value(
        Property.MAX_AGE.key(), execution -> Long.toString(execution.maxAge().toSeconds()));
  }

  private static Plan value(String name, Function<Execution, String> value) {
    final OutputColumn column =
        new OutputColumn(name, null, SqlTypeName.VARCHAR, -1, 0, false, null, null);
    return Plan.of(
        List.of(column),
        List.of(),
        context ->
            Linq4j.asEnumerable(
                List.<Object[]>of(
                    new Object[] {value.apply((Execution) context.get(Engine.EXECUTION))})),
        true);
  }
}
