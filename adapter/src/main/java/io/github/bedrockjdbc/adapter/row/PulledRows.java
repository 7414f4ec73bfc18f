package io.github.bedrockjdbc.adapter.row;

import java.util.NoSuchElementException;

/** A source that holds at most one row ready, found by {@link #pull}. */
public abstract class PulledRows implements RowIterator {
  private Object[] ready;

  /**
   * The next row, or null: at the end, or where it would need a call that is not allowed.
   *
   * @param mayCall whether the service may be called for it
   */
  protected abstract Object[] pull(boolean mayCall);

  @Override
  public final boolean hasNext() {
    return isReady(true);
  }

  @Override
  public final boolean hasNextAtHand() {
    return isReady(false);
  }

  private boolean isReady(boolean mayCall) {
    if (ready == null) {
      ready = pull(mayCall);
    }
    return ready != null;
  }

  @Override
  public final boolean isAtEnd() {
    return ready == null && isExhausted();
  }

  /** Whether {@link #pull} would find no row, as far as is known without a call. */
  protected boolean isExhausted() {
    return false;
  }

  @Override
  public final Object[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    final Object[] row = ready;
    ready = null;
    return row;
  }

  /** Whether a source has another row, within what is allowed. */
  public static boolean has(RowIterator source, boolean mayCall) {
    return mayCall ? source.hasNext() : source.hasNextAtHand();
  }
}
