package io.github.bedrockjdbc.driver.differential;

/** Limits of a statement, in every form. */
final class Limits {
  private final Draw draw;

  Limits(Draw draw) {
    this.draw = draw;
  }

  /** A limit, or nothing. */
  Part maybe(int percent) {
    return draw.chance(percent) ? get() : Part.NOTHING;
  }

  Part get() {
    final int kind = draw.between(0, 9);
    if (kind <= 3) {
      draw.mark(Construct.LIMIT);
      return Part.of(" LIMIT {}", count());
    }
    if (kind <= 5) {
      draw.mark(Construct.LIMIT);
      draw.mark(Construct.OFFSET);
      return Part.of(" LIMIT {} OFFSET {}", count(), offset());
    }
    if (kind == 6) {
      draw.mark(Construct.OFFSET);
      return Part.of(" OFFSET {} ROWS", offset());
    }
    draw.mark(Construct.FETCH);
    if (kind == 7) {
      return Part.of(" FETCH FIRST {} ROWS ONLY", count());
    }
    draw.mark(Construct.OFFSET);
    return Part.of(" OFFSET {} ROWS FETCH NEXT {} ROWS ONLY", offset(), count());
  }

  private Part count() {
    if (draw.chance(4)) {
      draw.mark(Construct.LIMIT_ZERO);
      return number(0);
    }
    return number(draw.pick(1, 2, 10, draw.between(1, 60), 500));
  }

  private Part offset() {
    return number(draw.pick(0, 1, draw.between(1, 40), draw.between(1, 200)));
  }

  private Part number(int number) {
    if (draw.chance(25)) {
      draw.mark(Construct.LIMIT_PARAMETER);
      final Object value = draw.chance(50) ? (Object) number : (Object) (long) number;
      return Part.parameter(value, Integer.toString(number));
    }
    return Part.of("{}", number);
  }
}
