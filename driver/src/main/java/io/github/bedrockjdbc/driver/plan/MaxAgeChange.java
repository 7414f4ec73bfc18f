package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.config.ConfigException;
import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a statement makes of the age that rows may have.
 *
 * @param maxAge for the connection from now on; empty: what its settings say
 */
public record MaxAgeChange(Optional<Duration> maxAge) {
  /** Of {@code SET maxAge = …}: seconds as in a URL, or DEFAULT. */
  static MaxAgeChange to(String value) throws SQLException {
    if (value.equalsIgnoreCase("DEFAULT")) {
      return new MaxAgeChange(Optional.empty());
    }
    try {
      return new MaxAgeChange(
          Optional.of(
              Config.of(Map.of(Property.MAX_AGE.key(), value.isEmpty() ? "''" : value))
                  .get(Property.MAX_AGE)));
    } catch (ConfigException e) {
      throw SqlErrors.of(SqlState.INVALID_ARGUMENT_VALUE, e.getMessage() + "; or DEFAULT");
    }
  }

  /** Whether a setting of that name is meant, case aside. */
  static boolean isNamed(String name) {
    return name.equalsIgnoreCase(Property.MAX_AGE.key());
  }
}
