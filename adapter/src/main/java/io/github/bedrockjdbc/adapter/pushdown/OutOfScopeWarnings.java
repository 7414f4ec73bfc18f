package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.api.Arn;
import io.github.bedrockjdbc.adapter.constraint.SourceFacts;
import io.github.bedrockjdbc.adapter.predicate.And;
import io.github.bedrockjdbc.adapter.predicate.Binding;
import io.github.bedrockjdbc.adapter.predicate.Bounds;
import io.github.bedrockjdbc.adapter.predicate.ColumnPredicate;
import io.github.bedrockjdbc.adapter.predicate.Comparison;
import io.github.bedrockjdbc.adapter.predicate.ComparisonOperator;
import io.github.bedrockjdbc.adapter.predicate.Or;
import io.github.bedrockjdbc.adapter.predicate.Predicate;
import io.github.bedrockjdbc.adapter.table.JobArn;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Warnings of what a query names but none of the sources can have: its rows are left out. */
public final class OutOfScopeWarnings implements Predicate.Visitor<Stream<Warning>> {
  private final List<SourceFacts> sources;
  private final Binding binding;

  private OutOfScopeWarnings(List<SourceFacts> sources, Binding binding) {
    this.sources = sources;
    this.binding = binding;
  }

  /** Looks at every comparison of a filter. */
  public static List<Warning> of(Predicate filter, List<SourceFacts> sources, Binding binding) {
    return filter.accept(new OutOfScopeWarnings(sources, binding)).toList();
  }

  @Override
  public Stream<Warning> visit(And and) {
    return Bounds.joined(and.all(), binding).stream().flatMap(one -> one.accept(this));
  }

  @Override
  public Stream<Warning> visit(Or or) {
    return or.any().stream().flatMap(one -> one.accept(this));
  }

  @Override
  public Stream<Warning> visit(ColumnPredicate predicate) {
    return predicate instanceof Comparison comparison
            && comparison.operator() == ComparisonOperator.EQUAL
        ? of(comparison).stream()
        : Stream.empty();
  }

  private Optional<Warning> of(Comparison comparison) {
    return switch (comparison.column()) {
      case REGION ->
          value(comparison)
              .filter(value -> !has(SourceFacts::region, value))
              .map(
                  value ->
                      new Warning(
                          "This connection does not query the region; connect with region=" + value,
                          Optional.of(value)));
      case ACCOUNT_ID ->
          value(comparison)
              .filter(value -> !has(SourceFacts::account, value))
              .map(
                  value ->
                      new Warning(
                          "This connection does not query the account; connect with its"
                              + " credentials",
                          Optional.of(value)));
      case JOB_ARN ->
          value(comparison)
              .filter(JobArn::isOne)
              .filter(arn -> sources.stream().noneMatch(source -> source.mayHave(arn)))
              .map(
                  arn ->
                      new Warning(
                          "This connection does not query the region or account of the job;"
                              + " connect with region="
                              + Arn.region(arn)
                              + " and credentials of account "
                              + Arn.account(arn),
                          Optional.of(arn)));
      default -> Optional.empty();
    };
  }

  private Optional<String> value(Comparison comparison) {
    return Optional.ofNullable((String) comparison.operand().bind(binding));
  }

  /** Whether a source has, or may have, this value. */
  private boolean has(Function<SourceFacts, Optional<String>> fact, String value) {
    return sources.stream()
        .anyMatch(source -> fact.apply(source).filter(known -> !known.equals(value)).isEmpty());
  }
}
