package io.github.bedrockjdbc.driver.error;

import java.sql.SQLException;

/** {@link java.sql.Wrapper} for objects that wrap nothing but themselves. */
public final class WrapperSupport {
  private WrapperSupport() {}

  public static boolean is(Object self, Class<?> type) {
    return type != null && type.isInstance(self);
  }

  public static <T> T unwrap(Object self, Class<T> type) throws SQLException {
    if (is(self, type)) {
      return type.cast(self);
    }
    // Not "feature not supported", for which pools drop the connection.
    throw SqlErrors.of(
        SqlState.INVALID_ARGUMENT, "not a wrapper for " + (type == null ? null : type.getName()));
  }
}
