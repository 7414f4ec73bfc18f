package io.github.bedrockjdbc.examples;

import static io.github.bedrockjdbc.examples.Facts.ENDED_BY_THEMSELVES;
import static io.github.bedrockjdbc.examples.Rows.count;
import static io.github.bedrockjdbc.examples.Rows.grouped;
import static io.github.bedrockjdbc.examples.Rows.last;
import static io.github.bedrockjdbc.examples.Rows.percent;
import static io.github.bedrockjdbc.examples.Rows.percentile;
import static io.github.bedrockjdbc.examples.Rows.row;
import static io.github.bedrockjdbc.examples.Rows.sorted;
import static io.github.bedrockjdbc.examples.Rows.sum;

import java.util.List;
import java.util.Map;

/** What the queries on durations, rates and reasons should answer. */
final class RateAnswers {
  /** Words of the demo's messages, and what each is a sign of. */
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("Insufficient permissions", "access"),
          Map.entry("Access denied", "access"),
          Map.entry("customer master key", "encryption key"),
          Map.entry("below the minimum 100 records", "number of records"),
          Map.entry("maximum number of records", "number of records"),
          Map.entry("is malformed", "input"),
          Map.entry("Input validation failed", "input"),
          Map.entry("Duplicate recordId", "input"),
          Map.entry("reached its end of life", "model retired"),
          Map.entry("An internal error", "service"),
          Map.entry("Die Datei", "Die Datei … enthält ungültige Zeichen: …, 日本語, \uD83D\uDE00"));

  private RateAnswers() {}

  static List<List<Object>> durationByModel(List<Facts> jobs) {
    return sorted(
        grouped(
            jobs.stream()
                .filter(each -> each.is("Completed", "PartiallyCompleted"))
                .filter(each -> each.minutes() != null),
            each -> row(each.model()),
            all ->
                row(
                    (long) all.size(),
                    percentile(0.5, all.stream().map(Facts::minutes)),
                    percentile(0.9, all.stream().map(Facts::minutes)),
                    percentile(0.99, all.stream().map(Facts::minutes)),
                    percentile(1, all.stream().map(Facts::minutes)))),
        -4,
        1);
  }

  static List<List<Object>> durationBySize(List<Facts> jobs) {
    return sorted(
        grouped(
            jobs.stream()
                .filter(each -> each.is("Completed") && each.minutes() != null)
                .filter(each -> each.total() != null && each.total() > 0),
            each ->
                row(
                    each.total() < 1000
                        ? "1: under 1,000"
                        : each.total() < 10_000 ? "2: under 10,000" : "3: 10,000 and more"),
            all ->
                row(
                    (long) all.size(),
                    Math.round((double) sum(all, Facts::minutes) / all.size()),
                    percentile(1, all.stream().map(Facts::minutes)))),
        1);
  }

  static List<List<Object>> errorRate(List<Facts> jobs) {
    return sorted(
        grouped(
            jobs.stream().filter(each -> each.hasProcessed() && each.errors() != null),
            each -> row(each.model()),
            all ->
                row(
                    (long) all.size(),
                    sum(all, Facts::processed),
                    sum(all, Facts::errors),
                    percent(sum(all, Facts::errors), sum(all, Facts::processed), 2))),
        -5,
        1);
  }

  static List<List<Object>> failureRate(List<Facts> jobs) {
    return sorted(
        grouped(
            jobs.stream()
                .filter(each -> each.isOfThirteenWeeks() && each.isOf(ENDED_BY_THEMSELVES)),
            each -> row(each.week()),
            all -> {
              final long failed = count(all, each -> each.is("Failed", "Expired"));
              return row((long) all.size(), failed, percent(failed, all.size(), 1));
            }),
        -1);
  }

  static List<List<Object>> successRate(List<Facts> jobs) {
    return sorted(
        grouped(
            jobs.stream()
                .filter(each -> each.isOfThirteenWeeks() && each.isOf(ENDED_BY_THEMSELVES)),
            each -> row(each.model(), each.week()),
            all -> {
              final long completed = count(all, each -> each.is("Completed"));
              return row(
                  (long) all.size(),
                  completed,
                  count(all, each -> each.is("PartiallyCompleted")),
                  count(all, each -> each.is("Failed")),
                  count(all, each -> each.is("Expired")),
                  percent(completed, all.size(), 1));
            }),
        1,
        -2);
  }

  static List<List<Object>> reasons(List<Facts> jobs) {
    return sorted(
        grouped(
            jobs.stream().filter(each -> each.is("Failed") && each.isWithinDays(90)),
            each -> row(reason(each.job().message()), each.model()),
            all -> row((long) all.size(), last(all))),
        -3,
        1,
        2);
  }

  private static String reason(String message) {
    return message == null
        ? "not told"
        : SIGNS.entrySet().stream()
            .filter(sign -> message.contains(sign.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(message);
  }
}
