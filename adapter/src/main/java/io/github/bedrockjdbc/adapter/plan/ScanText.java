package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.api.ApiOperation;
import io.github.bedrockjdbc.adapter.predicate.Binding;
import io.github.bedrockjdbc.adapter.predicate.Bounds;
import io.github.bedrockjdbc.adapter.predicate.Predicate;
import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import io.github.bedrockjdbc.adapter.pushdown.Reasons;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a scan asks, checks and gives, for people. */
final class ScanText {
  private ScanText() {}

  /**
   * A line for each fact, as {@code key: value}.
   *
   * @param keptAge of rows that would answer; empty if requests will
   */
  static List<String> lines(JobQuery query, JobsTable jobs, Optional<Duration> keptAge) {
    final List<String> lines = new ArrayList<>();
    final List<String> requests = PlannedRequests.of(query, jobs);
    final Optional<Duration> age = keptAge.filter(any -> !requests.isEmpty());
    age.ifPresentOrElse(
        rows -> lines.add("Request: none, as kept rows answer, " + rows.toSeconds() + " s old"),
        () -> requests.forEach(request -> lines.add("Request: " + request)));
    if (requests.isEmpty()) {
      lines.add("Request: none, as no row can match");
    } else if (query.projection().contains(JobColumn.MESSAGE) && jobs.readsMessages()) {
      lines.add(
          "Request: "
              + ApiOperation.GET.wireName()
              + " for the message of each failed job among the rows");
    }
    final Reasons reasons = new Reasons(jobs.sources().get(0).factsWhenPlanned());
    for (Predicate predicate : Bounds.joined(query.filter().conjuncts(), Binding.whenPlanned())) {
      final Optional<String> reason = reasons.of(predicate);
      lines.add("Checked: " + predicate + reason.map(text -> " (" + text + ")").orElse(""));
    }
    query.residuals().forEach(residual -> lines.add("Checked above: " + residual));
    query
        .order()
        .map(order -> order.keys().stream().map(Object::toString).collect(Collectors.joining(", ")))
        .ifPresent(keys -> lines.add("Order: " + keys));
    query.limit().ifPresent(limit -> lines.add("Limit: " + limit));
    lines.add(
        "Columns: "
            + query.projection().stream()
                .map(JobColumn::columnName)
                .collect(Collectors.joining(", ")));
    return lines;
  }
}
