package io.github.bedrockjdbc.driver.error;

import java.sql.SQLException;
import java.sql.Wrapper;

/** {@link Wrapper} for objects that wrap nothing but themselves. */
public interface WrapperSupport extends Wrapper {
  /** For a public class, whose interfaces are those of JDBC. */
  static boolean is(Object self, Class<?> type) {
    return type != null && type.isInstance(self);
  }

  /** The same for {@code unwrap}. */
  static <T> T unwrap(Object self, Class<T> type) throws SQLException {
    if (is(self, type)) {
      return type.cast(self);
    }
    // Not "feature not supported", for which pools drop the connection.
    throw SqlErrors.of(
        SqlState.INVALID_ARGUMENT, "not a wrapper for " + (type == null ? null : type.getName()));
  }

  @Override
  default boolean isWrapperFor(Class<?> type) {
    return is(this, type);
  }

  @Override
  default <T> T unwrap(Class<T> type) throws SQLException {
    return unwrap(this, type);
  }
}
