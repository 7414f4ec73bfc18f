package io.github.bedrockjdbc.examples;

import static io.github.bedrockjdbc.examples.Facts.ENDED_BY_THEMSELVES;
import static io.github.bedrockjdbc.examples.Facts.TODAY;
import static io.github.bedrockjdbc.examples.Facts.UNFINISHED;
import static io.github.bedrockjdbc.examples.Facts.WAITING;
import static io.github.bedrockjdbc.examples.Rows.count;
import static io.github.bedrockjdbc.examples.Rows.first;
import static io.github.bedrockjdbc.examples.Rows.grouped;
import static io.github.bedrockjdbc.examples.Rows.last;
import static io.github.bedrockjdbc.examples.Rows.percent;
import static io.github.bedrockjdbc.examples.Rows.percentile;
import static io.github.bedrockjdbc.examples.Rows.row;
import static io.github.bedrockjdbc.examples.Rows.sorted;
import static io.github.bedrockjdbc.examples.Rows.sum;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the queries that count jobs should answer. */
final class CountAnswers {
  private CountAnswers() {}

  static List<List<Object>> backlog(List<Facts> jobs) {
    return sorted(
        grouped(
            jobs.stream().filter(each -> each.isOf(UNFINISHED)),
            each ->
                row(
                    each.isWithin(Duration.ofHours(1))
                        ? "1: up to an hour"
                        : each.isWithin(Duration.ofHours(6))
                            ? "2: up to 6 hours"
                            : each.isWithin(Duration.ofHours(24))
                                ? "3: up to a day"
                                : "4: more than a day"),
            all ->
                row(
                    (long) all.size(),
                    count(all, each -> each.isOf(WAITING)),
                    count(all, each -> each.is("InProgress")),
                    count(all, each -> each.is("Stopping")),
                    first(all))),
        1);
  }

  static List<List<Object>> queue(List<Facts> jobs) {
    return sorted(
        grouped(
            jobs.stream().filter(each -> each.isOf(UNFINISHED)),
            each -> row(each.job().account(), each.job().region(), each.model()),
            all -> {
              final List<Facts> waiting = all.stream().filter(each -> each.isOf(WAITING)).toList();
              return row(
                  count(all, each -> each.is("InProgress")),
                  count(all, each -> each.is("Stopping")),
                  (long) waiting.size(),
                  first(waiting),
                  sum(
                      all.stream().filter(each -> each.is("InProgress")).toList(),
                      each -> each.total() == null ? null : each.total() - each.processed()));
            }),
        -6,
        -4,
        1,
        2,
        3);
  }

  static List<List<Object>> perDay(List<Facts> jobs) {
    return sorted(
        grouped(
            jobs.stream().filter(each -> !each.day().isBefore(TODAY.minusDays(13))),
            each -> row(each.day()),
            all ->
                row(
                    (long) all.size(),
                    count(all, each -> each.is("Completed")),
                    count(all, each -> each.is("PartiallyCompleted")),
                    count(all, each -> each.is("Failed")),
                    count(all, each -> each.is("Stopped")),
                    count(all, each -> each.is("Expired")),
                    count(all, each -> each.isOf(UNFINISHED)),
                    count(
                        all,
                        each ->
                            !each.isOf(UNFINISHED)
                                && !each.isOf(ENDED_BY_THEMSELVES)
                                && !each.is("Stopped")))),
        -1);
  }

  static List<List<Object>> perModel(List<Facts> jobs) {
    return sorted(
        grouped(
            jobs.stream(),
            each -> row(each.model()),
            all ->
                row(
                    (long) all.size(),
                    count(all, each -> each.total() != null && each.total() > 0),
                    sum(all, Facts::total))),
        -2,
        1);
  }

  static List<List<Object>> perStatus(List<Facts> jobs) {
    return sorted(
        grouped(
            jobs.stream(),
            each -> row(each.job().status()),
            all -> row((long) all.size(), first(all), last(all))),
        -2,
        1);
  }

  static List<List<Object>> rolesAndBuckets(List<Facts> jobs) {
    return sorted(
        grouped(
            jobs.stream(),
            each -> row(each.job().roleArn(), each.inputBucket(), each.outputBucket()),
            all -> row((long) all.size())),
        -4,
        1,
        2,
        3);
  }

  static List<List<Object>> usageByTeam(List<Facts> jobs) {
    return sorted(
        grouped(
            jobs.stream().filter(each -> each.isWithinDays(30)),
            each -> row(each.job().account(), each.role(), each.outputBucket()),
            all ->
                row(
                    (long) all.size(),
                    count(all, each -> each.is("Failed")),
                    all.stream().map(Facts::model).distinct().count(),
                    sum(all, Facts::processed),
                    last(all))),
        -4,
        1,
        2,
        3);
  }

  static List<List<Object>> regions(List<Facts> jobs) {
    return sorted(
        grouped(
            jobs.stream().filter(each -> each.isWithinDays(30)),
            each -> row(each.job().region(), each.job().account()),
            all -> {
              final long completed = count(all, each -> each.is("Completed"));
              final long failed = count(all, each -> each.is("Failed", "Expired"));
              return row(
                  (long) all.size(),
                  completed,
                  failed,
                  all.size() - completed - failed,
                  percent(failed, completed + failed, 1),
                  percentile(0.5, minutesOfCompleted(all)),
                  percentile(0.9, minutesOfCompleted(all)));
            }),
        1,
        2);
  }

  private static Stream<Long> minutesOfCompleted(List<Facts> jobs) {
    return jobs.stream().filter(each -> each.is("Completed")).map(Facts::minutes);
  }

  /** Walks through each name's jobs, oldest first. */
  static List<List<Object>> retries(List<Facts> jobs) {
    final Map<List<Object>, Facts> before = new HashMap<>();
    final List<Facts> again = new ArrayList<>();
    jobs.stream()
        .filter(each -> each.isWithinDays(91) && !each.name().isEmpty())
        .sorted(
            Comparator.comparing((Facts each) -> each.job().submitTime())
                .thenComparing(Facts.BY_ARN))
        .forEach(
            each -> {
              final Facts previous =
                  before.put(row(each.name(), each.job().region(), each.job().account()), each);
              if (previous != null && previous.is("Failed")) {
                again.add(each);
              }
            });
    return sorted(
            grouped(
                again.stream(),
                each -> row(each.name(), each.job().region(), each.job().account()),
                all ->
                    row(
                        (long) all.size(),
                        count(all, each -> each.is("Completed")),
                        count(all, each -> each.is("Failed")),
                        count(all, each -> !each.is("Completed", "Failed")),
                        first(all),
                        last(all))),
            -4,
            -6,
            1,
            2,
            3)
        .stream()
        .limit(20)
        .toList();
  }
}
