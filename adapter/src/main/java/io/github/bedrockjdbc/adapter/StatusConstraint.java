package io.github.bedrockjdbc.adapter;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * The status is one of these.
 *
 * @param anyOf at least one
 */
record StatusConstraint(List<Operand> anyOf) {
  StatusConstraint {
    anyOf = List.copyOf(anyOf);
  }

  /** The values in one execution; null equals nothing, so it is left out. */
  Set<String> bind(IntFunction<Object> parameters) {
    return anyOf.stream()
        .map(operand -> operand.bind(parameters))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String toString() {
    return anyOf.stream()
        .map(operand -> "statusEquals=" + operand)
        .collect(Collectors.joining(" or "));
  }
}
