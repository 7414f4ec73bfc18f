package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.pushdown.Check.And;
import io.github.bedrockjdbc.adapter.pushdown.Check.Comparator;
import io.github.bedrockjdbc.adapter.pushdown.Check.Comparison;
import io.github.bedrockjdbc.adapter.pushdown.Check.Or;
import io.github.bedrockjdbc.adapter.table.JobArn;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Warns of what a query names but none of the sources can have: its rows are left out. */
public final class OutOfScopeWarnings {
  private final List<SourceFacts> sources;
  private final Binding binding;
  private final Execution execution;

  public OutOfScopeWarnings(List<SourceFacts> sources, Binding binding, Execution execution) {
    this.sources = sources;
    this.binding = binding;
    this.execution = execution;
  }

  /** Looks at every comparison of a filter. */
  public void warn(Check check) {
    if (check instanceof And and) {
      Bounds.joined(and.all(), binding).forEach(this::warn);
    } else if (check instanceof Or or) {
      or.any().forEach(this::warn);
    } else if (check instanceof Comparison comparison
        && comparison.comparator() == Comparator.EQUAL
        && isOfAPlace(comparison.column())
        && comparison.operand().bind(binding) instanceof String value) {
      warn(comparison.column(), value);
    }
  }

  private static boolean isOfAPlace(JobColumn column) {
    return column == JobColumn.JOB_ARN
        || column == JobColumn.REGION
        || column == JobColumn.ACCOUNT_ID;
  }

  private void warn(JobColumn column, String value) {
    switch (column) {
      case REGION -> {
        if (none(source -> can(source, SourceFacts::region, value))) {
          execution.warn(
              "A region that this connection does not ask; connect with region=" + value, value);
        }
      }
      case ACCOUNT_ID -> {
        if (none(source -> can(source, SourceFacts::account, value))) {
          execution.warn(
              "An account that this connection does not ask; connect with its credentials", value);
        }
      }
      default -> {
        if (JobArn.isOne(value) && none(source -> source.mayHave(value))) {
          execution.warn(
              "Jobs of a region or account that this connection does not ask; connect with region="
                  + JobArn.region(value)
                  + " and credentials of account "
                  + JobArn.account(value),
              value);
        }
      }
    }
  }

  private boolean none(Predicate<SourceFacts> predicate) {
    return sources.stream().noneMatch(predicate);
  }

  private static boolean can(
      SourceFacts source, Function<SourceFacts, Optional<String>> fact, String value) {
    return fact.apply(source).filter(known -> !known.equals(value)).isEmpty();
  }
}
