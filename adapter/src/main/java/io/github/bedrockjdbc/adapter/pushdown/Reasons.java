package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.constraint.Alternatives;
import io.github.bedrockjdbc.adapter.constraint.Constraint;
import io.github.bedrockjdbc.adapter.constraint.SourceFacts;
import io.github.bedrockjdbc.adapter.constraint.TimeRange;
import io.github.bedrockjdbc.adapter.predicate.And;
import io.github.bedrockjdbc.adapter.predicate.Binding;
import io.github.bedrockjdbc.adapter.predicate.ColumnPredicate;
import io.github.bedrockjdbc.adapter.predicate.ConstraintDerivation;
import io.github.bedrockjdbc.adapter.predicate.Or;
import io.github.bedrockjdbc.adapter.predicate.Predicate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why the service does not, or not alone, decide whether a job passes a predicate. Pure. */
public final class Reasons {
  private final ConstraintDerivation derivation;

  public Reasons(SourceFacts source) {
    this.derivation = new ConstraintDerivation(Binding.whenPlanned(), source);
  }

  /** Empty if what is sent says the same as the predicate. */
  public Optional<String> of(Predicate predicate) {
    try {
      final List<Constraint> all = derivation.of(predicate);
      if (!all.isEmpty() && all.stream().allMatch(Reasons::isWhole)) {
        return Optional.empty();
      }
      return all.isEmpty()
          ? Optional.of("no job satisfies it")
          : predicate.accept(new OfKnownValues(all));
    } catch (Binding.UnknownParameterException e) {
      return predicate.accept(new OfUnknownValues());
    }
  }

  private static boolean isWhole(Constraint constraint) {
    return constraint.isExact()
        && constraint.times().equals(TimeRange.ALWAYS)
        && constraint.values().entrySet().stream()
            .allMatch(values -> values.getKey().acceptsAll(values.getValue()));
  }

  private Optional<String> first(List<Predicate> predicates) {
    return predicates.stream().map(this::of).flatMap(Optional::stream).findFirst();
  }

  /** What is said before a parameter has its value. */
  private static final class OfUnknownValues implements Predicate.Visitor<Optional<String>> {
    @Override
    public Optional<String> visit(And and) {
      return Optional.of(ColumnPredicate.NO_PARAMETER);
    }

    @Override
    public Optional<String> visit(Or or) {
      return Optional.of(ColumnPredicate.NO_PARAMETER);
    }

    @Override
    public Optional<String> visit(ColumnPredicate predicate) {
      return predicate.parameters().isEmpty() && !predicate.isLookup()
          ? Optional.of(predicate.reason(false))
          : Optional.empty();
    }
  }

  private final class OfKnownValues implements Predicate.Visitor<Optional<String>> {
    private final List<Constraint> all;

    /**
     * @param all what is derived from the predicate
     */
    OfKnownValues(List<Constraint> all) {
      this.all = all;
    }

    @Override
    public Optional<String> visit(And and) {
      return first(and.all());
    }

    @Override
    public Optional<String> visit(Or or) {
      if (!all.contains(Constraint.ANYTHING) || or.any().size() == 1) {
        return first(or.any());
      }
      final String branches =
          or.any().stream()
              .filter(branch -> derivation.of(branch).contains(Constraint.ANYTHING))
              .map(branch -> branch + ": " + of(branch).orElse(ColumnPredicate.NO_PARAMETER))
              .collect(Collectors.joining("; "));
      return Optional.of(
          branches.isEmpty()
              ? "OR over different columns, more than " + Alternatives.MOST + " branches"
              : "OR with a branch that cannot be pushed down, " + branches);
    }

    @Override
    public Optional<String> visit(ColumnPredicate predicate) {
      return Optional.of(predicate.reason(!all.contains(Constraint.ANYTHING)));
    }
  }
}
