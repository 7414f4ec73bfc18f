package io.github.bedrockjdbc.benchmarks;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param value of the driver
 * @param other what it is measured against; 0 if the goal is absolute
 * @param goal at most this ratio, or this value where there is nothing to compare with
 */
record Outcome(String work, String unit, double value, String against, double other, double goal) {
  static final String HEAD =
      "| work | driver | against | ratio | goal | |\n| --- | --- | --- | --- | --- | --- |";

  static Outcome ratio(String work, double millis, String against, double other, double goal) {
    return new Outcome(work, "ms", millis, against, other, goal);
  }

  static Outcome absolute(String work, String unit, double value, double goal) {
    return new Outcome(work, unit, value, "", 0, goal);
  }

  private boolean isAbsolute() {
    return other == 0;
  }

  @Override
  public String toString() {
    final double measured = isAbsolute() ? value : value / other;
    return String.format(
        Locale.ROOT,
        "| %s | %.4g %s | %s | %s | %s | %s |",
        work,
        value,
        unit,
        isAbsolute() ? "" : String.format(Locale.ROOT, "%s: %.4g %s", against, other, unit),
        isAbsolute() ? "" : String.format(Locale.ROOT, "%.2f", measured),
        isAbsolute() ? goal + " " + unit : Double.toString(goal),
        measured <= goal ? "met" : "missed");
  }
}
