package io.github.bedrockjdbc.driver.differential;

/** What a function is called with. */
@FunctionalInterface
interface Argument {
  /** A small count, also 0. */
  Argument SIZE = (grammar, scope, depth) -> grammar.literals().whole(grammar.draw().between(0, 9));

  /** A small count from 1. */
  Argument INDEX =
      (grammar, scope, depth) -> grammar.literals().whole(grammar.draw().between(1, 7));

  /** A number near 0. */
  Argument SMALL =
      (grammar, scope, depth) -> grammar.literals().whole(grammar.draw().between(-9, 90));

  /** Scale of a numeric type. */
  Argument DIGITS = (grammar, scope, depth) -> Part.of("{}", grammar.draw().between(-1, 2));

  /** A text of one character. */
  Argument CHARACTER =
      (grammar, scope, depth) ->
          grammar.literals().text(grammar.draw().pick("a", "-", ".", "e", ",", " ", "F"));

  /**
   * A decimal whose digits behind the point are the same everywhere: those of quotients, which a
   * column may hold, are as many as an engine likes.
   */
  Argument OF_A_SCALE =
      cast(Kind.DECIMAL, " / |AVG|SUM|STDDEV|VAR_|q[0-9]+\\.c[0-9]+", "DECIMAL(30, 3)");

  /**
   * A whole number that divides, or is divided, as one: a sum of them, which a column may hold, is
   * a decimal if they are BIGINT.
   */
  Argument WHOLE_TO_DIVIDE = cast(Kind.WHOLE, "SUM|q[0-9]+\\.c[0-9]+", "BIGINT");

  Part get(Grammar grammar, Scope scope, int depth);

  /**
   * Any expression of a kind.
   *
   * @param parts those are cast in which one is, a regular expression
   */
  private static Argument cast(Kind kind, String parts, String type) {
    return (grammar, scope, depth) -> {
      final Part value = grammar.expressions().of(kind, scope, depth);
      return value.driver().matches("(?s).*(" + parts + ").*")
          ? Part.of("CAST({} AS " + type + ")", value)
          : value;
    };
  }

  /** Any expression. */
  static Argument value(Kind kind) {
    return (grammar, scope, depth) -> grammar.expressions().of(kind, scope, depth);
  }
}
