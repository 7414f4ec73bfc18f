package io.github.bedrockjdbc.examples.output;

import java.util.Map;

/** Colours for a terminal; none where there is none, or where {@code NO_COLOR} is set. */
public enum Style {
  PLAIN,
  COLORED;

  private static final Map<String, String> BY_STATUS =
      Map.of(
          "Failed", "31",
          "Expired", "31",
          "PartiallyCompleted", "33",
          "Completed", "32",
          "InProgress", "36",
          "Validating", "36",
          "Scheduled", "36",
          "Submitted", "36");

  public static Style of(Map<String, String> environment, boolean isTerminal) {
    final boolean isWanted =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    return isTerminal && isWanted ? COLORED : PLAIN;
  }

  String strong(String text) {
    return with("1", text);
  }

  public String faint(String text) {
    return with("2", text);
  }

  public String error(String text) {
    return with("1;31", text);
  }

  public String warning(String text) {
    return with("33", text);
  }

  /**
   * A value that has been fitted into its column.
   *
   * @param value as it was before, null for NULL
   */
  String cell(Column column, String value, String fitted) {
    if (value == null) {
      return faint(fitted);
    }
    final String color = column.label().equals("status") ? BY_STATUS.get(value) : null;
    return color == null ? fitted : with(color, fitted);
  }

  private String with(String code, String text) {
    return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
