package io.github.bedrockjdbc.driver.sql;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.error.TooComplex;
import io.github.bedrockjdbc.driver.syntax.LongChains;
import io.github.bedrockjdbc.driver.syntax.WrittenOut;
import io.github.bedrockjdbc.driver.token.NestingLimit;
import io.github.bedrockjdbc.driver.token.SqlTokens;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlExplain;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.parser.impl.SqlParserImplConstants;
import org.apache.calcite.sql.parser.impl.Token;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SqlConformanceEnum;

/** Parses statements, and refuses those that are no queries. */
public final class Sql {
  private static final SqlParser.Config DIALECT =
      SqlParser.config()
          .withParserFactory(SqlTokens::parser)
          .withCaseSensitive(false)
          .withUnquotedCasing(Casing.UNCHANGED)
          .withQuotedCasing(Casing.UNCHANGED)
          .withConformance(SqlConformanceEnum.LENIENT);

  private static final Set<SqlKind> WRITES =
      EnumSet.copyOf(Set.of(SqlKind.INSERT, SqlKind.UPDATE, SqlKind.DELETE, SqlKind.MERGE));

  /** What begins statements that change something, also those that the parser does not know. */
  private static final Set<String> WRITING_WORDS =
      Set.of(
          "INSERT",
          "UPDATE",
          "DELETE",
          "MERGE",
          "UPSERT",
          "CREATE",
          "DROP",
          "ALTER",
          "TRUNCATE",
          "GRANT",
          "REVOKE",
          "COMMENT",
          "ANALYZE",
          "REPLACE");

  /** With which some editors begin a file. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final BigDecimal MOST_ROWS = BigDecimal.valueOf(Long.MAX_VALUE);

  private Sql() {}

  /** A text that may begin as files do, with a blank for the mark so that its places stay. */
  public static String withoutMark(String text) {
    return text != null && text.startsWith(BYTE_ORDER_MARK) ? " " + text.substring(1) : text;
  }

  /**
   * The one query, or {@code EXPLAIN} of one, that a text holds; a semicolon and comments may
   * follow.
   */
  public static SqlNode parse(String text) throws SQLException {
    final String sql = withoutMark(text);
    final List<Token> tokens = SqlTokens.all(sql == null ? "" : sql);
    if (tokens.isEmpty() && (sql == null || SqlTokens.isReadable(sql))) {
      throw SqlErrors.of(SqlState.SYNTAX, "The statement is empty");
    }
    TimeLiterals.check(tokens);
    NestingLimit.check(tokens);
    final SqlNodeList statements;
    try {
      statements = SqlParser.create(sql, DIALECT).parseStmtList();
    } catch (SqlParseException e) {
      if (TooComplex.isMeant(e.getCause())) {
        throw SqlErrors.of(SqlState.TOO_COMPLEX, TooComplex.TEXT, e.getCause());
      }
      throw written(tokens).isPresent()
          ? readOnly(written(tokens).get())
          : NegativeLimit.of(tokens).orElseGet(() -> SyntaxMistake.of(e, sql));
    }
    if (statements.size() != 1) {
      throw SqlErrors.of(
          SqlState.SYNTAX, "Only one statement is allowed, not " + statements.size());
    }
    final SqlNode statement = statements.get(0);
    final SqlNode query =
        statement instanceof SqlExplain explain ? explain.getExplicandum() : statement;
    if (WRITES.contains(query.getKind())) {
      throw readOnly(query.getKind().name());
    }
    if (!query.isA(SqlKind.QUERY)) {
      throw WRITING_WORDS.contains(word(tokens.get(0)))
          ? readOnly(word(tokens.get(0)))
          : SqlErrors.of(SqlState.SYNTAX, "Only queries are supported, not " + word(tokens.get(0)));
    }
    checkLimits(LongChains.balanced(new WrittenOut().applied(query)));
    return statement;
  }

  /** What a statement that was refused would have changed, by the word that says so. */
  private static Optional<String> written(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      final boolean begins = i == 0 || mayPrecedeStatement(tokens.get(i - 1).kind);
      final boolean goesOn =
          i + 1 < tokens.size() && Character.isLetter(tokens.get(i + 1).image.charAt(0));
      if (begins
          && (goesOn || i == 0 || word(tokens.get(i - 1)).equals("FOR"))
          && WRITING_WORDS.contains(word(tokens.get(i)))) {
        return Optional.of(
            i > 0 && word(tokens.get(i)).equals("UPDATE") && word(tokens.get(i - 1)).equals("FOR")
                ? "FOR UPDATE"
                : word(tokens.get(i)));
      }
    }
    return !tokens.isEmpty()
            && word(tokens.get(0)).equals("SELECT")
            && tokens.stream().anyMatch(token -> token.kind == SqlParserImplConstants.INTO)
        ? Optional.of("SELECT INTO")
        : Optional.empty();
  }

  private static boolean mayPrecedeStatement(int kind) {
    return kind == SqlParserImplConstants.LPAREN
        || kind == SqlParserImplConstants.RPAREN
        || kind == SqlParserImplConstants.FOR
        || kind == SqlParserImplConstants.SEMICOLON;
  }

  private static String word(Token token) {
    return token.image.toUpperCase(Locale.ROOT);
  }

  private static SQLException readOnly(String what) {
    return SqlErrors.of(
        SqlState.READ_ONLY,
        "The driver is read-only: jobs can be queried, but " + what + " would modify data");
  }

  /** Calcite fails without a word for numbers of rows beyond those of Java. */
  private static void checkLimits(SqlNode query) throws SQLException {
    final WrongLimits wrong = new WrongLimits();
    query.accept(wrong);
    if (wrong.broken != null) {
      throw SqlErrors.of(
          SqlState.INVALID_CAST,
          SqlMistake.place(wrong.broken.getParserPosition())
              + "a row count must be a whole number, not "
              + wrong.broken);
    }
    if (wrong.tooLarge != null) {
      final SqlParserPos pos = wrong.tooLarge.getParserPosition();
      throw SqlErrors.of(
          SqlState.OUT_OF_RANGE,
          SqlMistake.place(pos.getLineNum(), pos.getColumnNum())
              + "a row count is at most "
              + MOST_ROWS
              + ", not "
              + wrong.tooLarge);
    }
  }

  private static final class WrongLimits extends SqlBasicVisitor<Void> {
    private SqlNode tooLarge;
    private SqlNode broken;

    @Override
    public Void visit(SqlCall call) {
      if (call instanceof SqlOrderBy order) {
        check(order.offset);
        check(order.fetch);
      }
      return super.visit(call);
    }

    private void check(SqlNode count) {
      if (!(count instanceof SqlNumericLiteral number)) {
        return;
      }
      if (number.bigDecimalValue().compareTo(MOST_ROWS) > 0) {
        tooLarge = number;
      }
      if (number.bigDecimalValue().stripTrailingZeros().scale() > 0) {
        broken = number;
      }
    }
  }
}
