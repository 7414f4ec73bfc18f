package io.github.bedrockjdbc.driver.runtime;

/** What generated code calls to choose between two values of one type, which may be null. */
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

  @SuppressWarnings("unchecked") // both have the class that stands for their type
  private static int compare(Object one, Object other) {
    return ((Comparable<Object>) one).compareTo(other);
  }
}
