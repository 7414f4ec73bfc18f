package io.github.bedrockjdbc.driver.runtime;

import org.apache.calcite.DataContext;

/**
 * A text as a regular expression reads it: the search may try more ways than there is time for, and
 * does nothing else in between that could end it.
 */
final class ReadText implements CharSequence {
  private static final int READS_BETWEEN_CHECKS = 0xFFF; // a mask

  private final DataContext execution;
  private final String text;
  private int reads;

  ReadText(DataContext execution, String text) {
    this.execution = execution;
    this.text = text;
  }

  @Override
  public char charAt(int index) {
    if ((++reads & READS_BETWEEN_CHECKS) == 0) {
      ExecutionState.check(execution);
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
