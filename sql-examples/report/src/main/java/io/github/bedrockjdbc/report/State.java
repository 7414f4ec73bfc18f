package io.github.bedrockjdbc.report;

import java.awt.Color;
import java.util.List;
import java.util.Optional;

/**
 * A state of jobs in the chart, in the order of the stack from below, with the one color that it
 * always has. The colors are those of Okabe and Ito, which people with any kind of color vision
 * tell apart.
 */
enum State {
  COMPLETED("Completed", new Color(0x0072B2)),
  PARTIALLY_COMPLETED("PartiallyCompleted", new Color(0x56B4E9)),
  UNDER_WAY("Under way", new Color(0x009E73)),
  STOPPED("Stopped", new Color(0xB8BFC6)),
  EXPIRED("Expired", new Color(0xE6A700)),
  FAILED("Failed", new Color(0xD55E00));

  static final List<State> ALL = List.of(values());

  /** Of a state that the service did not have when this was written. */
  static final Color UNKNOWN = new Color(0x4A5560);

  private final String label;
  private final Color color;

  State(String label, Color color) {
    this.label = label;
    this.color = color;
  }

  /** As the query names it. */
  String label() {
    return label;
  }

  Color color() {
    return color;
  }

  static Optional<State> of(String label) {
    return ALL.stream().filter(state -> state.label.equals(label)).findFirst();
  }
}
