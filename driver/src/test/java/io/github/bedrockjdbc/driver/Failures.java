package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a call fails with. */
final class Failures {
  private Failures() {}

  static String stateOf(ThrowingCallable call) {
    return catchThrowableOfType(SQLException.class, call).getSQLState();
  }
}
