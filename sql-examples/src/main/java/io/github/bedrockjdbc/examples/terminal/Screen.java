package io.github.bedrockjdbc.examples.terminal;

import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * Where a person sits.
 *
 * @param input whether the input is typed
 * @param output whether rows are read on a terminal
 * @param errors whether what stands beside them is
 * @param columns the width that tables may have
 */
public record Screen(
    BooleanSupplier input, BooleanSupplier output, BooleanSupplier errors, IntSupplier columns) {
  private static final int USUAL_WIDTH = 120;

  public static Screen of(Map<String, String> environment) {
    return new Screen(Tty::isInput, Tty::isOutput, Tty::isErrorOutput, () -> width(environment));
  }

  /** Nobody anywhere; everything comes from and goes to files. */
  public static Screen none(int width) {
    return new Screen(() -> false, () -> false, () -> false, () -> width);
  }

  /** The same where rows go to a file. */
  Screen withoutOutput(Map<String, String> environment) {
    return new Screen(input, () -> false, errors, () -> given(environment).orElse(USUAL_WIDTH));
  }

  private static int width(Map<String, String> environment) {
    return given(environment).orElseGet(() -> Tty.outputWidth().orElse(USUAL_WIDTH));
  }

  private static OptionalInt given(Map<String, String> environment) {
    final String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{0,4}")
        ? OptionalInt.of(Integer.parseInt(columns))
        : OptionalInt.empty();
  }
}
