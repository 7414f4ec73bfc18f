package io.github.bedrockjdbc.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What JDBC's documentation says of a scrollable result whose size is known. */
final class PositionModel {
  private final int size;
  private int position; // 0 before the first, size + 1 after the last

  PositionModel(int size) {
    this.size = size;
  }

  /** Moves as a call says, and gives what the call returns; null for one that returns nothing. */
  Boolean call(String name, int argument) {
    return switch (name) {
      case "next" -> at(position + 1);
      case "previous" -> at(position - 1);
      case "first" -> at(1);
      case "last" -> at(size);
      case "absolute" -> at(argument < 0 ? size + 1 + argument : argument);
      case "relative" -> at(position + argument);
      case "beforeFirst" -> nothing(at(0));
      case "afterLast" -> nothing(at(size + 1));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Boolean nothing(boolean ignored) {
    return null;
  }

  private boolean at(int target) {
    position = Math.max(0, Math.min(size + 1, target));
    return position >= 1 && position <= size;
  }

  /** isBeforeFirst, isFirst, isLast, isAfterLast and getRow. */
  List<Object> state() {
    return List.of(
        size > 0 && position == 0,
        size > 0 && position == 1,
        size > 0 && position == size,
        size > 0 && position == size + 1,
        position <= size ? position : 0);
  }

  /** Calls with their arguments, which only some of them take. */
  static List<String> walk(Random random, int length) {
    final List<String> names =
        List.of(
            "next",
            "previous",
            "first",
            "last",
            "absolute",
            "relative",
            "beforeFirst",
            "afterLast");
    final List<String> calls = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      final String name = names.get(random.nextInt(names.size()));
      calls.add(name + " " + (random.nextInt(15) - 7));
    }
    return calls;
  }
}
