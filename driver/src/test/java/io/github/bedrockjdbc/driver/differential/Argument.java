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

  Part get(Grammar grammar, Scope scope, int depth);

  /** Any expression. */
  static Argument value(Kind kind) {
    return (grammar, scope, depth) -> grammar.expressions().of(kind, scope, depth);
  }
}
