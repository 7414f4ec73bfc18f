package io.github.bedrockjdbc.driver.differential;

import java.util.function.Supplier;

/** Conditions of any depth, most of them made of what the service can be asked for. */
final class Predicates implements Supplier<Part> {
  private final Draw draw;
  private final StatusPredicates statuses;
  private final NamePredicates names;
  private final TimePredicates times;
  private final KeyPredicates keys;
  private final ValuePredicates values;

  /**
   * @param prefix table alias and dot, or nothing
   */
  Predicates(Draw draw, String prefix) {
    this.draw = draw;
    this.statuses = new StatusPredicates(draw, prefix);
    this.names = new NamePredicates(draw, prefix);
    this.times = new TimePredicates(draw, prefix);
    this.keys = new KeyPredicates(draw, prefix);
    this.values = new ValuePredicates(draw, prefix);
  }

  /** {@code WHERE} and a condition, or nothing now and then. */
  Part where() {
    if (draw.chance(15)) {
      return Part.NOTHING;
    }
    return Part.of(" WHERE {}", draw.chance(40) ? plain() : get());
  }

  /** What people ask most, all of which can be sent: no more than a few conditions at once. */
  private Part plain() {
    draw.mark(Construct.PLAIN);
    return Part.join(
        " AND ",
        draw.several(
            1,
            draw.pick(1, 2, 3),
            () ->
                draw.<Part>one(
                    times::compared, times::range, times, statuses::equal, names::like)));
  }

  @Override
  public Part get() {
    return condition(2);
  }

  private Part condition(int depth) {
    final int kind = draw.between(0, depth == 0 ? 5 : 19);
    return switch (kind) {
      case 0, 1, 2, 3, 4, 5 -> leaf();
      case 6, 7, 8, 9, 10 -> joined(Construct.AND, " AND ", depth);
      case 11, 12, 13 -> joined(Construct.OR, " OR ", depth);
      case 14 -> marked(Construct.NOT, Part.of("NOT ({})", condition(depth - 1)));
      case 15, 16 -> branches();
      case 17 ->
          marked(
              Construct.IS_TRUE,
              Part.of(
                  "(({}) IS {}{})",
                  condition(depth - 1),
                  draw.pick("", "NOT "),
                  draw.pick("TRUE", "FALSE", "UNKNOWN")));
      case 18 -> constant(depth);
      default -> contradiction();
    };
  }

  private Part leaf() {
    return switch (draw.between(0, 11)) {
      case 0, 1, 2 -> statuses.get();
      case 3, 4, 5 -> names.get();
      case 6, 7, 8 -> times.get();
      case 9, 10 -> keys.get();
      default -> values.get();
    };
  }

  private Part joined(Construct construct, String word, int depth) {
    draw.mark(construct);
    return Part.join(word, draw.several(2, 3, () -> Part.of("({})", condition(depth - 1))));
  }

  /** Branches of the kind that go out as walks of their own, also more than those. */
  private Part branches() {
    draw.mark(Construct.BRANCHES);
    final int most = draw.pick(2, 3, 10);
    return Part.join(
        " OR ",
        draw.several(
            2,
            most,
            () ->
                Part.of(
                    "({} AND {})",
                    statuses.equal(),
                    draw.<Part>one(names::like, times::range, times::compared, values))));
  }

  private Part constant(int depth) {
    draw.mark(Construct.CONSTANT);
    final Part constant =
        Part.of(draw.pick("TRUE", "FALSE", "1 = 1", "1 = 0", "CAST(NULL AS BOOLEAN)", "NULL = 1"));
    return draw.chance(30)
        ? constant
        : Part.of("({} {} {})", constant, draw.pick("AND", "OR"), condition(depth - 1));
  }

  private Part contradiction() {
    draw.mark(Construct.CONTRADICTION);
    return draw.one(
        () -> Part.of("({} AND {})", statuses.equal(), statuses.equal()),
        () -> {
          final Part some = leaf();
          return Part.of("(({}) AND NOT ({}))", some, some);
        },
        () -> Part.of("(({}) AND ({}))", times.range(), times.range()));
  }

  private Part marked(Construct construct, Part part) {
    draw.mark(construct);
    return part;
  }
}
