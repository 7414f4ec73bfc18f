package io.github.bedrockjdbc.driver.differential;

import java.util.Arrays;
import java.util.List;

/** Conditions on any columns, with subqueries. */
final class Conditions {
  private static final String[] COMPARISONS = {"=", "=", "=", "<>", "<", "<=", ">", ">="};
  private static final List<Kind> COMPARED =
      Arrays.stream(Kind.values()).filter(kind -> kind != Kind.DOUBLE).toList();

  private final Grammar grammar;
  private final Draw draw;

  Conditions(Grammar grammar) {
    this.grammar = grammar;
    this.draw = grammar.draw();
  }

  Part get(Scope scope, int depth) {
    return switch (draw.between(0, depth <= 0 ? 13 : 22)) {
      case 0, 1, 2, 3, 4 -> compared(scope, depth);
      case 5 -> Part.of("{} IS {}NULL", any(scope, depth), draw.pick("", "NOT "));
      case 6 -> in(scope, depth);
      case 7 -> between(scope, depth);
      case 8 -> like(scope, depth);
      case 9 -> distinct(scope, depth);
      case 10, 11 -> equal(scope);
      case 12 -> new RowValues(grammar).get(scope, depth);
      case 13 -> new Precedence(grammar).condition(scope);
      case 14 -> Part.of("NOT ({})", get(scope, depth - 1));
      case 15 -> truth(scope, depth);
      case 16, 17 -> joined(" AND ", scope, depth);
      case 18 -> joined(" OR ", scope, depth);
      default -> grammar.subqueries().condition(scope, depth - 1);
    };
  }

  /** Two columns if possible, so that it is not always false. */
  private Part equal(Scope scope) {
    final Kind kind = draw.pick(Kind.TEXT, Kind.TEXT, Kind.WHOLE, Kind.DATE, Kind.TIME);
    return Part.of("{} = {}", column(kind, scope), grammar.expressions().atom(kind, scope));
  }

  private Part column(Kind kind, Scope scope) {
    final List<Column> own = scope.of(kind);
    return own.isEmpty() ? grammar.expressions().atom(kind, scope) : draw.pick(own).sql();
  }

  private Part compared(Scope scope, int depth) {
    final Kind kind = draw.pick(COMPARED);
    return Part.of(
        "{} {} {}", of(kind, scope, depth), draw.pick(COMPARISONS), of(kind, scope, depth));
  }

  private Part of(Kind kind, Scope scope, int depth) {
    return kind == Kind.TRUTH
        ? grammar.expressions().atom(kind, scope)
        : grammar.expressions().of(kind, scope, depth);
  }

  private Part any(Scope scope, int depth) {
    return of(draw.pick(COMPARED), scope, depth);
  }

  private Part in(Scope scope, int depth) {
    final Kind kind = draw.pick(Kind.TEXT, Kind.TEXT, Kind.WHOLE, Kind.TIME, Kind.DATE);
    draw.mark(Construct.IN_LIST);
    return Part.of(
        "{} {}IN ({})",
        of(kind, scope, depth),
        draw.pick("", "", "NOT "),
        Part.join(
            ", ",
            draw.several(
                1, 4, () -> draw.chance(8) ? Part.of("NULL") : of(kind, scope, depth - 1))));
  }

  private Part between(Scope scope, int depth) {
    final Kind kind = draw.pick(Kind.TEXT, Kind.WHOLE, Kind.DECIMAL, Kind.TIME, Kind.DATE);
    return Part.of(
        "{} {}BETWEEN {} AND {}",
        of(kind, scope, depth),
        draw.pick("", "", "NOT "),
        of(kind, scope, depth - 1),
        of(kind, scope, depth - 1));
  }

  private Part like(Scope scope, int depth) {
    draw.mark(Construct.LIKE_ANY);
    final Part pattern =
        draw.one(
            () -> grammar.literals().text(draw.pick("%a%", "F%", "_o%", "%ed", "%", "", "%e_")),
            () -> Part.of("'%' || {} || '%'", grammar.expressions().atom(Kind.TEXT, scope)),
            () -> Part.of("{} || '%'", grammar.literals().text(draw.pick("Fa", "S", "Com"))),
            () ->
                Part.of(
                    "CASE WHEN {} THEN '%a%' ELSE '%ight%' END",
                    get(scope, Math.min(depth - 1, 0))));
    return Part.of("{} {}LIKE {}", of(Kind.TEXT, scope, depth), draw.pick("", "", "NOT "), pattern);
  }

  private Part distinct(Scope scope, int depth) {
    final Kind kind = draw.pick(Kind.TEXT, Kind.WHOLE, Kind.TIME);
    return Part.of(
        "{} IS {}DISTINCT FROM {}",
        of(kind, scope, depth),
        draw.pick("", "NOT "),
        of(kind, scope, depth));
  }

  private Part truth(Scope scope, int depth) {
    return draw.one(
        () ->
            Part.of(
                "(({}) IS {}{})",
                get(scope, depth - 1),
                draw.pick("", "NOT "),
                draw.pick("TRUE", "FALSE", "UNKNOWN")),
        () -> Part.of("({}) = {}", get(scope, depth - 1), grammar.literals().of(Kind.TRUTH)),
        () -> Part.of("({}) <> ({})", get(scope, depth - 1), get(scope, depth - 1)));
  }

  private Part joined(String word, Scope scope, int depth) {
    return Part.join(word, draw.several(2, 3, () -> Part.of("({})", get(scope, depth - 1))));
  }
}
