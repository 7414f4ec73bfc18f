package io.github.bedrockjdbc.driver.differential;

import java.sql.SQLException;
import java.util.List;

/** What the driver says no to, though the standard has it, and says so clearly. */
final class Refusals {
  /**
   * One.
   *
   * @param state beginning of the SQLState
   * @param text part of the message
   */
  private record Refusal(String state, String text) {}

  private static final List<Refusal> ALL = List.of(new Refusal("42", "found 'GROUPS'"));

  private Refusals() {}

  static boolean isOne(SQLException failure) {
    return ALL.stream()
        .anyMatch(
            each ->
                String.valueOf(failure.getSQLState()).startsWith(each.state())
                    && String.valueOf(failure.getMessage()).contains(each.text()));
  }
}
