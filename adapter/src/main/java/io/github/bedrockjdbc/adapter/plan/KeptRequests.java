package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.predicate.Binding;
import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;

/**
 * Which requests of a plan kept rows would make needless, if it were executed now.
 *
 * @param scans all of the plan, which see the jobs at one moment
 */
record KeptRequests(List<JobsTableScan> scans, Duration maxAge) {
  static KeptRequests of(RelNode plan, Duration maxAge) {
    final List<JobsTableScan> scans = new ArrayList<>();
    new RelVisitor() {
      @Override
      public void visit(RelNode node, int ordinal, RelNode parent) {
        if (node instanceof JobsTableScan scan) {
          scans.add(scan);
        }
        super.visit(node, ordinal, parent);
      }
    }.go(plan);
    return new KeptRequests(List.copyOf(scans), maxAge);
  }

  /** The age of the oldest rows that would answer; empty if any source would be asked. */
  Optional<Duration> age(JobsTable jobs) {
    if (maxAge.isZero()) {
      return Optional.empty();
    }
    final List<JobQuery> queries =
        scans.stream().filter(scan -> scan.jobs().equals(jobs)).map(JobsTableScan::query).toList();
    Duration oldest = Duration.ZERO;
    for (Source source : jobs.sources()) {
      final Optional<Duration> age = age(queries, source, jobs);
      if (age.isEmpty()) {
        return age;
      }
      oldest = oldest.compareTo(age.get()) > 0 ? oldest : age.get();
    }
    return Optional.of(oldest);
  }

  private Optional<Duration> age(List<JobQuery> queries, Source source, JobsTable jobs) {
    try {
      return jobs.keptAge(queries, source, maxAge);
    } catch (Binding.UnknownParameterException e) {
      return Optional.empty();
    }
  }
}
