package io.github.bedrockjdbc.driver;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.sql.SqlExplain;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.validate.SqlConformanceEnum;

/** Parses statements, and refuses those that are no queries. */
final class Sql {
  private static final SqlParser.Config DIALECT =
      SqlParser.config()
          .withCaseSensitive(false)
          .withUnquotedCasing(Casing.UNCHANGED)
          .withQuotedCasing(Casing.UNCHANGED)
          .withConformance(SqlConformanceEnum.LENIENT);

  private static final Set<SqlKind> WRITES =
      EnumSet.copyOf(Set.of(SqlKind.INSERT, SqlKind.UPDATE, SqlKind.DELETE, SqlKind.MERGE));

  /** What begins statements that change something, also those that the parser does not know. */
  private static final Set<String> WRITING_WORDS =
      Set.of(
          "insert",
          "update",
          "delete",
          "merge",
          "upsert",
          "create",
          "drop",
          "alter",
          "truncate",
          "grant",
          "revoke",
          "comment",
          "analyze",
          "replace");

  private static final Pattern FIRST_WORD =
      Pattern.compile("(?s)(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*([a-zA-Z]+).*");

  /** The parser does not know it, hence looked for only in what it refuses. */
  private static final Pattern FOR_UPDATE = Pattern.compile("(?i)\\bfor\\s+update\\b");

  private Sql() {}

  /**
   * The one query, or {@code EXPLAIN} of one, that a text holds; a semicolon and comments may
   * follow.
   */
  static SqlNode parse(String sql) throws SQLException {
    if (sql == null || sql.isBlank()) {
      throw SqlErrors.of(SqlState.SYNTAX, "The statement is empty");
    }
    final SqlNodeList statements;
    try {
      statements = SqlParser.create(sql, DIALECT).parseStmtList();
    } catch (SqlParseException e) {
      throw isWriting(sql) || FOR_UPDATE.matcher(sql).find() ? readOnly() : SqlErrors.syntax(e);
    }
    if (statements.size() != 1) {
      throw SqlErrors.of(SqlState.SYNTAX, "One statement is expected, not " + statements.size());
    }
    final SqlNode statement = statements.get(0);
    final SqlNode query =
        statement instanceof SqlExplain explain ? explain.getExplicandum() : statement;
    if (WRITES.contains(query.getKind())) {
      throw readOnly();
    }
    if (!query.isA(SqlKind.QUERY)) {
      throw SqlErrors.of(SqlState.SYNTAX, "Only queries are possible, not " + query.getKind());
    }
    return statement;
  }

  private static boolean isWriting(String sql) {
    final Matcher matcher = FIRST_WORD.matcher(sql);
    return matcher.matches() && WRITING_WORDS.contains(matcher.group(1).toLowerCase(Locale.ROOT));
  }

  private static SQLException readOnly() {
    return SqlErrors.of(
        SqlState.READ_ONLY, "The jobs can only be read: the statement would change something");
  }
}
