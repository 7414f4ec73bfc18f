package io.github.bedrockjdbc.driver.token;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;

import java.util.HashSet;
import java.util.Set;

/** Which tokens stand before and after names. */
final class NamePlaces {
  /** Between values, or behind one. */
  private static final Set<Integer> OPERATORS =
      Set.of(
          EQ,
          NE,
          NE2,
          LT,
          LE,
          GT,
          GE,
          PLUS,
          MINUS,
          STAR,
          SLASH,
          PERCENT_REMAINDER,
          CONCAT,
          AND,
          OR,
          NOT,
          BETWEEN,
          IN,
          LIKE,
          LBRACKET);

  /** Behind which a value begins, or the name of a table. */
  static final Set<Integer> BEFORE_VALUES =
      with(
          OPERATORS, LPAREN, COMMA, SELECT, DISTINCT, ALL, BY, WHERE, ON, HAVING, QUALIFY, CASE,
          WHEN, THEN, ELSE, FROM, JOIN, WITH);

  /** Where an item of a list, or the list, ends. */
  static final Set<Integer> ENDS_ITEM = Set.of(COMMA, FROM, RPAREN, EOF, SEMICOLON);

  /** Behind an alias. */
  static final Set<Integer> AFTER_ALIASES =
      with(
          ENDS_ITEM, WHERE, GROUP, HAVING, ORDER, LIMIT, OFFSET, FETCH, UNION, EXCEPT, INTERSECT,
          ON, JOIN, LEFT, RIGHT, FULL, INNER, CROSS, NATURAL);

  /** Behind the name of a column or a table. */
  static final Set<Integer> AFTER_NAMES =
      with(
          union(AFTER_ALIASES, OPERATORS),
          DOT,
          RBRACKET,
          COLON,
          IS,
          ILIKE,
          RLIKE,
          SIMILAR,
          AS,
          WINDOW,
          QUALIFY,
          ASC,
          DESC,
          NULLS,
          WHEN,
          THEN,
          ELSE,
          END,
          IDENTIFIER,
          QUOTED_IDENTIFIER,
          ROWS,
          RANGE,
          FOR,
          TO,
          AT,
          USING,
          RBRACE,
          SET_MINUS,
          ESCAPE,
          PLACING,
          COLLATE);

  /** What ends a value or the name of a table. */
  static final Set<Integer> BEFORE_ALIASES =
      Set.of(RPAREN, RBRACKET, IDENTIFIER, QUOTED_IDENTIFIER, END);

  static final Set<Integer> LITERALS =
      Set.of(
          UNSIGNED_INTEGER_LITERAL,
          DECIMAL_NUMERIC_LITERAL,
          APPROX_NUMERIC_LITERAL,
          QUOTED_STRING,
          HOOK);

  private NamePlaces() {}

  private static Set<Integer> union(Set<Integer> some, Set<Integer> others) {
    final Set<Integer> all = new HashSet<>(some);
    all.addAll(others);
    return Set.copyOf(all);
  }

  private static Set<Integer> with(Set<Integer> some, Integer... others) {
    return union(some, Set.of(others));
  }
}
