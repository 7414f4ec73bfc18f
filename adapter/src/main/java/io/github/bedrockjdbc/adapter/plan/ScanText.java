package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.api.ApiOperation;
import io.github.bedrockjdbc.adapter.kept.KeptWalks;
import io.github.bedrockjdbc.adapter.predicate.Binding;
import io.github.bedrockjdbc.adapter.predicate.Bounds;
import io.github.bedrockjdbc.adapter.predicate.Predicate;
import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import io.github.bedrockjdbc.adapter.pushdown.Reasons;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a scan asks, checks and gives, for people. */
final class ScanText {
  private ScanText() {}

  /**
   * A line for each fact, as {@code key: value}.
   *
   * @param kept how each source's kept rows would answer; empty if requests will
   */
  static List<String> lines(JobQuery query, JobsTable jobs, List<KeptWalks.Answer> kept) {
    final List<String> lines = new ArrayList<>();
    final List<String> requests = PlannedRequests.of(query, jobs);
    if (kept.isEmpty() || requests.isEmpty()) {
      requests.forEach(request -> lines.add("Request: " + request));
    } else {
      lines.addAll(ofKept(kept));
    }
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

  private static List<String> ofKept(List<KeptWalks.Answer> kept) {
    final List<String> renewals =
        kept.stream()
            .flatMap(
                answer ->
                    answer.renewal().stream()
                        .map(
                            request ->
                                "Request: %s %s, as kept rows are %d s old"
                                    .formatted(
                                        ApiOperation.LIST.wireName(),
                                        request,
                                        answer.age().toSeconds())))
            .distinct()
            .toList();
    final Duration oldest =
        kept.stream().map(KeptWalks.Answer::age).max(Comparator.naturalOrder()).orElseThrow();
    return renewals.isEmpty()
        ? List.of("Request: none, as kept rows answer, " + oldest.toSeconds() + " s old")
        : renewals;
  }
}
