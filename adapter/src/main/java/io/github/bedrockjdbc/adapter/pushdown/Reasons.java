package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.api.JobStatus;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.pushdown.Check.And;
import io.github.bedrockjdbc.adapter.pushdown.Check.Comparator;
import io.github.bedrockjdbc.adapter.pushdown.Check.Comparison;
import io.github.bedrockjdbc.adapter.pushdown.Check.Contains;
import io.github.bedrockjdbc.adapter.pushdown.Check.Like;
import io.github.bedrockjdbc.adapter.pushdown.Check.Or;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why the service does not, or not alone, decide whether a job passes a predicate. Pure. */
public final class Reasons {
  static final String NO_PARAMETER = "not a parameter of the service";

  private final Constraints constraints;

  public Reasons(SourceFacts source) {
    this.constraints = new Constraints(Binding.whenPlanned(), source);
  }

  /** Empty if what is sent says the same as the predicate. */
  public Optional<String> of(Check check) {
    try {
      return ofKnown(check);
    } catch (Binding.UnknownParameterException e) {
      return parameters(check).isEmpty() && !isKey(check) ? ofLeaf(check) : Optional.empty();
    }
  }

  private Optional<String> ofKnown(Check check) {
    final List<Constraint> all = constraints.of(check);
    if (!all.isEmpty() && all.stream().allMatch(this::isWhole)) {
      return Optional.empty();
    }
    if (all.isEmpty()) {
      return Optional.of("no job passes it");
    }
    if (check instanceof And and) {
      return and.all().stream().map(this::of).flatMap(Optional::stream).findFirst();
    }
    return check instanceof Or or ? ofBranches(or, all) : ofLeaf(check);
  }

  private boolean isWhole(Constraint constraint) {
    return constraint.isExact()
        && constraint.times().equals(TimeRange.ALWAYS)
        && constraint.statuses().stream()
            .flatMap(Set::stream)
            .allMatch(name -> JobStatus.ofWireName(name).isPresent());
  }

  private Optional<String> ofBranches(Or or, List<Constraint> all) {
    final boolean isUnsent = all.contains(Constraint.ANYTHING);
    if (isUnsent && or.any().size() > 1) {
      final String branches =
          or.any().stream()
              .filter(branch -> constraints.of(branch).contains(Constraint.ANYTHING))
              .map(branch -> branch + ": " + of(branch).orElse(NO_PARAMETER))
              .collect(Collectors.joining("; "));
      return Optional.of(
          branches.isEmpty()
              ? "OR over different columns, more than " + Constraints.MOST + " branches"
              : "OR with a branch that cannot be sent, " + branches);
    }
    return or.any().stream().map(this::of).flatMap(Optional::stream).findFirst();
  }

  private static boolean isKey(Check check) {
    return check instanceof Comparison comparison
        && comparison.comparator() == Comparator.EQUAL
        && comparison.column() == JobColumn.JOB_ARN;
  }

  private Optional<String> ofLeaf(Check check) {
    if (check instanceof Like || check instanceof Contains) {
      return ofName(check);
    }
    if (!(check instanceof Comparison comparison)) {
      return Optional.of(NO_PARAMETER);
    }
    final boolean isEqual = comparison.comparator() == Comparator.EQUAL;
    return Optional.of(
        switch (comparison.column()) {
          case STATUS ->
              isEqual
                  ? "value unknown to the service"
                  : "a status that is not known yet must show up";
          case SUBMIT_TIME ->
              comparison.comparator() == Comparator.NOT_EQUAL
                  ? NO_PARAMETER
                  : "sent a second wider, as the service's bounds may not be sharp";
          case JOB_NAME -> isEqual ? ofName(check).orElseThrow() : NO_PARAMETER;
          case ACCOUNT_ID, JOB_ID ->
              isEqual ? "the account is known when a job was read" : NO_PARAMETER;
          default -> NO_PARAMETER;
        });
  }

  private Optional<String> ofName(Check check) {
    if (parameters(check).isEmpty()) {
      return Optional.of(NO_PARAMETER);
    }
    return Optional.of(
        constraints.of(check).contains(Constraint.ANYTHING)
            ? "no part of it is legal in nameContains"
            : "nameContains finds more names");
  }

  /** The parameters that a predicate may set, once its value is known. */
  public static Set<RequestParameter> parameters(Check check) {
    if (check instanceof Like like) {
      return name(like.column(), like.negated());
    }
    if (check instanceof Contains contains) {
      return name(contains.column(), contains.negated());
    }
    if (!(check instanceof Comparison comparison)) {
      return Set.of();
    }
    final Comparator comparator = comparison.comparator();
    return switch (comparison.column()) {
      case STATUS ->
          comparator == Comparator.EQUAL ? Set.of(RequestParameter.STATUS_EQUALS) : Set.of();
      case JOB_NAME -> name(JobColumn.JOB_NAME, comparator != Comparator.EQUAL);
      case SUBMIT_TIME -> bounds(comparator);
      default -> Set.of();
    };
  }

  private static Set<RequestParameter> name(JobColumn column, boolean isNegated) {
    return column == JobColumn.JOB_NAME && !isNegated
        ? Set.of(RequestParameter.NAME_CONTAINS)
        : Set.of();
  }

  private static Set<RequestParameter> bounds(Comparator comparator) {
    return switch (comparator) {
      case EQUAL -> Set.of(RequestParameter.SUBMIT_TIME_AFTER, RequestParameter.SUBMIT_TIME_BEFORE);
      case GREATER, GREATER_OR_EQUAL -> Set.of(RequestParameter.SUBMIT_TIME_AFTER);
      case LESS, LESS_OR_EQUAL -> Set.of(RequestParameter.SUBMIT_TIME_BEFORE);
      case NOT_EQUAL -> Set.of();
    };
  }
}
