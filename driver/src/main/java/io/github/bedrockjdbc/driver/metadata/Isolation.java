package io.github.bedrockjdbc.driver.metadata;

import java.sql.Connection;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The transaction isolations that are accepted. No statement ever sees what is not committed, so
 * that much holds; but each sees the jobs as they are when it runs, so no stricter level does.
 */
public enum Isolation {
  TRANSACTION_NONE(Connection.TRANSACTION_NONE),
  TRANSACTION_READ_UNCOMMITTED(Connection.TRANSACTION_READ_UNCOMMITTED),
  TRANSACTION_READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED);

  private final int level;

  Isolation(int level) {
    this.level = level;
  }

  public static boolean isAccepted(int level) {
    return Arrays.stream(values()).anyMatch(isolation -> isolation.level == level);
  }

  /** All of them, with their numbers. */
  public static String listed() {
    return Arrays.stream(values())
        .map(isolation -> isolation + " (" + isolation.level + ")")
        .collect(Collectors.joining(", "));
  }
}
