package io.github.bedrockjdbc.adapter.predicate;

import io.github.bedrockjdbc.adapter.predicate.Operand.Constant;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Conjuncts that together leave a column one value: {@code x >= 'a' AND x <= 'a'} is the equality
 * that can be sent, and is how other databases ask of a linked table. Pure.
 */
public final class Bounds {
  private final Comparison first;
  private final List<Comparison> all = new ArrayList<>();
  private Object low;
  private Object high;
  private boolean isLowIn = true;
  private boolean isHighIn = true;

  private Bounds(Comparison first) {
    this.first = first;
  }

  /**
   * What the conjuncts mean, with an equality for bounds that meet, and nothing but {@code FALSE}
   * for bounds that are mutually exclusive. Bounds whose value is not known yet stay.
   */
  public static List<Predicate> joined(List<Predicate> conjuncts, Binding binding) {
    final Map<JobColumn, Bounds> byColumn = new LinkedHashMap<>();
    for (Predicate check : conjuncts) {
      if (check instanceof Comparison comparison && isBound(comparison)) {
        value(comparison.operand(), binding)
            .ifPresent(
                value ->
                    byColumn
                        .computeIfAbsent(comparison.column(), c -> new Bounds(comparison))
                        .add(comparison, value));
      }
    }
    if (byColumn.values().stream().anyMatch(Bounds::areImpossible)) {
      return List.of(Or.FALSE);
    }
    List<Predicate> result = conjuncts;
    for (Bounds bounds : byColumn.values()) {
      result = bounds.meet() ? bounds.replaced(result) : result;
    }
    return result;
  }

  /** Times are joined where they are made ranges. */
  private static boolean isBound(Comparison comparison) {
    return comparison.operator() != ComparisonOperator.NOT_EQUAL
        && comparison.column().type() != SqlTypeName.TIMESTAMP;
  }

  private static Optional<Object> value(Operand operand, Binding binding) {
    try {
      return Optional.ofNullable(operand.bind(binding));
    } catch (Binding.UnknownParameterException e) {
      return Optional.empty();
    }
  }

  private void add(Comparison comparison, Object value) {
    all.add(comparison);
    switch (comparison.operator()) {
      case GREATER -> raise(value, false);
      case GREATER_OR_EQUAL -> raise(value, true);
      case LESS -> lower(value, false);
      case LESS_OR_EQUAL -> lower(value, true);
      default -> {
        raise(value, true);
        lower(value, true);
      }
    }
  }

  private void raise(Object value, boolean isIn) {
    final int change = low == null ? 1 : CompiledPredicate.compare(value, low);
    isLowIn = change > 0 ? isIn : isLowIn && (change < 0 || isIn);
    low = change > 0 ? value : low;
  }

  private void lower(Object value, boolean isIn) {
    final int change = high == null ? -1 : CompiledPredicate.compare(value, high);
    isHighIn = change < 0 ? isIn : isHighIn && (change > 0 || isIn);
    high = change < 0 ? value : high;
  }

  private boolean areImpossible() {
    if (low == null || high == null) {
      return false;
    }
    final int width = CompiledPredicate.compare(high, low);
    return width < 0 || (width == 0 && !(isLowIn && isHighIn));
  }

  private boolean meet() {
    return all.size() > 1
        && low != null
        && high != null
        && CompiledPredicate.compare(low, high) == 0;
  }

  private List<Predicate> replaced(List<Predicate> conjuncts) {
    final Predicate equality =
        new Comparison(first.column(), ComparisonOperator.EQUAL, new Constant(low));
    return conjuncts.stream()
        .filter(check -> check.equals(first) || !all.contains(check))
        .map(check -> check.equals(first) ? equality : check)
        .distinct()
        .toList();
  }
}
