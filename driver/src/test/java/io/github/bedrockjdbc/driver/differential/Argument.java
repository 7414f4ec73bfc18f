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
      (grammar, scope, depth) -> {
        final Part value = grammar.expressions().of(Kind.DECIMAL, scope, depth);
        return value.driver().matches("(?s).*( / |AVG|STDDEV|VAR_|q[0-9]+\\.c[0-9]+).*")
            ? Part.of("CAST({} AS DECIMAL(30, 3))", value)
            : value;
      };

  /**
   * A whole number that divides, or is divided, as one: a sum of them, which a column may hold, is
   * a decimal if they are BIGINT.
   */
  Argument WHOLE_TO_DIVIDE =
      (grammar, scope, depth) -> {
        final Part value = grammar.expressions().of(Kind.WHOLE, scope, depth);
        return value.driver().matches("(?s).*(SUM|q[0-9]+\\.c[0-9]+).*")
            ? Part.of("CAST({} AS BIGINT)", value)
            : value;
      };

  Part get(Grammar grammar, Scope scope, int depth);

  /** Any expression. */
  static Argument value(Kind kind) {
    return (grammar, scope, depth) -> grammar.expressions().of(kind, scope, depth);
  }
}
