package io.github.bedrockjdbc.adapter.row;

/** What knows whether another row is here already. */
public interface AtHand {
  /** Whether there is another row that needs no call. */
  boolean hasNextAtHand();
}
