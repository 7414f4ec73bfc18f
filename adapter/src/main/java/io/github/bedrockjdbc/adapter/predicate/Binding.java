package io.github.bedrockjdbc.adapter.predicate;

import java.util.function.IntFunction;

/**
 * The values of one execution.
 *
 * @param parameters values of the question marks by position, from 0; may give null
 * @param nowMillis the execution's clock, milliseconds since 1970 UTC
 */
public record Binding(IntFunction<Object> parameters, long nowMillis) {
  public static final long MILLIS_OF_DAY = 86_400_000;

  /** Before there are parameters: whoever asks for one gets {@link UnknownParameterException}. */
  public static Binding whenPlanned() {
    return new Binding(
        index -> {
          throw new UnknownParameterException();
        },
        System.currentTimeMillis());
  }

  /** A parameter that has no value yet. */
  public static final class UnknownParameterException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
