package io.github.bedrockjdbc.adapter.predicate;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.apache.calcite.rel.rel2sql.SqlImplementor;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriterConfig;
import org.apache.calcite.sql.dialect.AnsiSqlDialect;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.TimestampString;

/** Expressions and values as SQL, for people. */
public final class SqlText {
  private static final SqlDialect DIALECT =
      new SqlDialect(AnsiSqlDialect.DEFAULT_CONTEXT.withIdentifierQuoteString("\"")) {
        @Override
        public boolean supportsCharSet() {
          return false;
        }

        @Override
        public void quoteStringLiteral(StringBuilder sql, String charsetName, String value) {
          sql.append('\'').append(value.replace("'", "''")).append('\'');
        }
      };

  private SqlText() {}

  /**
   * An expression as it could stand in a statement, on one line.
   *
   * @param names of the fields that its input references mean
   */
  public static String of(RexNode expression, List<String> names) {
    if (RexUtil.SubQueryFinder.find(expression) != null) {
      return "a condition with a subquery";
    }
    final SqlImplementor.Context fields = new Columns(names);
    try {
      return fields
          .toSql(null, expression)
          .toSqlString(
              config ->
                  config
                      .withDialect(DIALECT)
                      .withQuoteAllIdentifiers(false)
                      .withAlwaysUseParentheses(false)
                      .withLineFolding(SqlWriterConfig.LineFolding.WIDE)
                      .withIndentation(0))
          .getSql()
          .replaceAll("\\s*\\R\\s*", " ");
    } catch (RuntimeException e) { // Calcite has no SQL for some expressions of its own making
      return expression.toString();
    }
  }

  /** The fields of a plan's node by their names, and those of outer rows. */
  private static final class Columns extends SqlImplementor.SimpleContext {
    Columns(List<String> names) {
      super(DIALECT, field -> new SqlIdentifier(names.get(field), SqlParserPos.ZERO));
    }

    @Override
    public SqlNode toSql(RexProgram program, RexNode expression) {
      return expression instanceof RexFieldAccess field
              && field.getReferenceExpr() instanceof RexCorrelVariable
          ? new SqlIdentifier(List.of("outer", field.getField().getName()), SqlParserPos.ZERO)
          : super.toSql(program, expression);
    }
  }

  /** A time as it stands in a literal, with as many digits as it needs. */
  static String time(long millis) {
    return TimestampString.fromMillisSinceEpoch(millis).toString();
  }

  /** A positive length of time as a literal of its largest whole unit. */
  static String interval(long millis) {
    final Duration length = Duration.ofMillis(millis);
    if (length.equals(Duration.ofDays(length.toDays()))) {
      return "INTERVAL '" + length.toDays() + "' DAY";
    }
    if (length.equals(Duration.ofHours(length.toHours()))) {
      return "INTERVAL '" + length.toHours() + "' HOUR";
    }
    return "INTERVAL '"
        + BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString()
        + "' SECOND";
  }
}
