package io.github.bedrockjdbc.driver.aggregate;

import io.github.bedrockjdbc.driver.runtime.TextLimit;

/** Texts one after the other, with what each of them brings along between. */
final class ConcatenationAccumulator implements Accumulator {
  private StringBuilder text;

  @Override
  public void add(Object[] arguments) {
    if (text == null) {
      text = new StringBuilder();
    } else if (arguments.length == 1) {
      text.append(',');
    } else if (arguments[1] != null) {
      text.append(arguments[1]);
    }
    text.append(arguments[0]);
    TextLimit.check(text.length());
  }

  @Override
  public Object result() {
    return text == null ? null : text.toString();
  }
}
