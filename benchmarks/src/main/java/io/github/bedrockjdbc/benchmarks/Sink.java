package io.github.bedrockjdbc.benchmarks;

import java.util.function.Consumer;

/** Takes values so that no compiler can leave out how they are made. */
final class Sink implements Consumer<Object> {
  private int hash;

  @Override
  public void accept(Object value) {
    hash = 31 * hash + System.identityHashCode(value) % 7;
  }

  @Override
  public String toString() {
    return Integer.toString(hash);
  }
}
