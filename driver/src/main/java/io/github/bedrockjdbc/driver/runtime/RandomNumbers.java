package io.github.bedrockjdbc.driver.runtime;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.calcite.DataContext;

/**
 * Random numbers, for generated code. What tells two calls apart is of no other use; nor is the
 * execution, but that generated code computes what depends on nothing once for all rows.
 */
public final class RandomNumbers {
  private RandomNumbers() {}

  /** At least 0, and less than 1. */
  public static double number(DataContext execution, long place) {
    return ThreadLocalRandom.current().nextDouble();
  }

  /** At least 0, and less than a limit. */
  public static int whole(DataContext execution, long place, long limit) {
    if (limit < 1 || limit > Integer.MAX_VALUE) {
      throw new SqlFault(
          SqlState.OUT_OF_RANGE,
          "RAND_INTEGER takes a limit from 1 to " + Integer.MAX_VALUE + ", not " + limit);
    }
    return ThreadLocalRandom.current().nextInt((int) limit);
  }
}
