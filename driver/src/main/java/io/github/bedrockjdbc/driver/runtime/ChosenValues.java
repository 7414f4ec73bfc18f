package io.github.bedrockjdbc.driver.runtime;

/** What generated code calls to compare values of one type, which may be null. */
public final class ChosenValues {
  private ChosenValues() {}

  /** Null if they are equal, else the first. */
  public static Object nullIf(Object value, Object unwanted) {
    return value == null || unwanted == null || compare(value, unwanted) != 0 ? value : null;
  }

  /** The greater one; null counts only if both are. */
  public static Object greatest(Object one, Object other) {
    return one == null || (other != null && compare(one, other) < 0) ? other : one;
  }

  /** The lesser one; null counts only if both are. */
  public static Object least(Object one, Object other) {
    return one == null || (other != null && compare(one, other) > 0) ? other : one;
  }

  /**
   * Whether two periods have a moment in common. The later end is not part of a period, unless it
   * is the start as well. Null if it depends on an end that is null.
   */
  public static Boolean overlap(Object from, Object to, Object otherFrom, Object otherTo) {
    final Object start = least(from, to);
    final Object otherStart = least(otherFrom, otherTo);
    if (start == null || otherStart == null) {
      return null;
    }
    final Object end = from == null || to == null ? null : greatest(from, to);
    final Object otherEnd =
        otherFrom == null || otherTo == null ? null : greatest(otherFrom, otherTo);
    final int order = compare(start, otherStart);
    if (order == 0) {
      return (end == null || otherEnd == null) ? null : Boolean.TRUE;
    }
    return order < 0 ? overlapLater(end, otherStart, otherEnd) : overlapLater(otherEnd, start, end);
  }

  /** The same of a period that starts later than one that ends at a time. */
  private static Boolean overlapLater(Object firstEnd, Object start, Object end) {
    if (firstEnd == null) {
      return null;
    }
    if (compare(start, firstEnd) < 0) {
      return true;
    }
    return end == null ? null : Boolean.FALSE;
  }

  @SuppressWarnings("unchecked") // both have the class that stands for their type
  private static int compare(Object one, Object other) {
    return ((Comparable<Object>) one).compareTo(other);
  }
}
