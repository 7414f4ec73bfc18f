package io.github.bedrockjdbc.examples;

import static io.github.bedrockjdbc.examples.Facts.BY_ARN;
import static io.github.bedrockjdbc.examples.Facts.NOW;
import static io.github.bedrockjdbc.examples.Facts.UNFINISHED;
import static io.github.bedrockjdbc.examples.Rows.percent;
import static io.github.bedrockjdbc.examples.Rows.percentile;
import static io.github.bedrockjdbc.examples.Rows.row;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the queries that list jobs should answer. */
final class ListAnswers {
  private static final int MOST = 20;

  private static final Comparator<Facts> NEWEST =
      comparing((Facts each) -> each.job().submitTime()).reversed().thenComparing(BY_ARN);

  private ListAnswers() {}

  static List<List<Object>> changed(List<Facts> jobs) {
    return listed(
        jobs,
        each ->
            each.isWithinDays(8)
                && each.job().lastModifiedTime() != null
                && !each.job().lastModifiedTime().isBefore(NOW.minus(Duration.ofHours(24))),
        comparing((Facts each) -> each.job().lastModifiedTime()).reversed().thenComparing(BY_ARN),
        Integer.MAX_VALUE,
        each ->
            row(
                each.name(),
                each.job().status(),
                each.job().submitTime(),
                each.job().lastModifiedTime()));
  }

  static List<List<Object>> withoutSuccess(List<Facts> jobs) {
    return listed(
        jobs,
        each ->
            each.is("Completed", "PartiallyCompleted")
                && each.hasProcessed()
                && Long.valueOf(0).equals(each.job().counters().success()),
        NEWEST,
        MOST,
        each ->
            row(
                each.name(),
                each.model(),
                each.job().status(),
                each.job().submitTime(),
                each.errors(),
                each.total(),
                each.job().output().uri()));
  }

  static List<List<Object>> failed(List<Facts> jobs) {
    return listed(
        jobs,
        each -> each.is("Failed"),
        NEWEST,
        MOST,
        each -> row(each.name(), each.job().submitTime(), each.job().message()));
  }

  static List<List<Object>> withErrors(List<Facts> jobs) {
    return listed(
        jobs,
        each ->
            each.is("Completed", "PartiallyCompleted")
                && each.errors() != null
                && each.errors() > 0,
        comparing(Facts::errors).reversed().thenComparing(Facts::name).thenComparing(BY_ARN),
        MOST,
        each ->
            row(
                each.name(),
                each.job().status(),
                each.errors(),
                each.processed(),
                each.total(),
                each.job().output().uri()));
  }

  static List<List<Object>> nearExpiry(List<Facts> jobs) {
    return listed(
        jobs,
        each ->
            each.isOf(UNFINISHED) && !each.is("Stopping") && each.job().jobExpirationTime() != null,
        comparing((Facts each) -> each.job().jobExpirationTime()).thenComparing(BY_ARN),
        MOST,
        each ->
            row(
                each.name(),
                each.job().status(),
                each.job().jobExpirationTime(),
                Facts.minutesBetween(NOW, each.job().jobExpirationTime()) / 60,
                each.job().timeoutDurationInHours()));
  }

  static List<List<Object>> runningNow(List<Facts> jobs) {
    return listed(
        jobs,
        each -> each.isOf(UNFINISHED),
        comparing((Facts each) -> each.job().submitTime()).thenComparing(BY_ARN),
        Integer.MAX_VALUE,
        each ->
            row(
                each.name(),
                each.job().status(),
                each.job().submitTime(),
                each.processed(),
                each.total(),
                percent(each.processed(), each.total(), 1)));
  }

  static List<List<Object>> slowest(List<Facts> jobs) {
    return listed(
        jobs,
        each -> each.is("Completed", "PartiallyCompleted", "Failed") && each.minutes() != null,
        comparing(Facts::minutes).reversed().thenComparing(Facts::name).thenComparing(BY_ARN),
        MOST,
        each ->
            row(each.name(), each.model(), each.job().status(), each.minutes(), each.processed()));
  }

  static List<List<Object>> stuck(List<Facts> jobs) {
    return listed(
        jobs,
        each ->
            each.isOf(UNFINISHED)
                && each.job().lastModifiedTime() != null
                && each.job().lastModifiedTime().isBefore(NOW.minus(Duration.ofHours(12))),
        comparing((Facts each) -> each.job().lastModifiedTime()).thenComparing(BY_ARN),
        Integer.MAX_VALUE,
        each ->
            row(
                each.name(),
                each.job().status(),
                each.job().lastModifiedTime(),
                Facts.minutesBetween(each.job().lastModifiedTime(), NOW) / 60,
                each.job().jobArn()));
  }

  static List<List<Object>> throughput(List<Facts> jobs) {
    final Function<Facts, Instant> end =
        each ->
            NOW.plus(
                atMostTenYears(
                    (each.total() - each.processed()) * each.minutesSoFar() / each.processed()));
    final Function<Facts, Integer> lateness =
        each ->
            each.job().jobExpirationTime() == null
                ? 2
                : end.apply(each).isAfter(each.job().jobExpirationTime()) ? 0 : 1;
    return listed(
        jobs,
        each -> each.is("InProgress") && each.hasProcessed() && each.minutesSoFar() > 0,
        comparing(lateness).thenComparing(end).thenComparing(BY_ARN),
        Integer.MAX_VALUE,
        each ->
            row(
                each.name(),
                each.model(),
                percent(each.processed(), each.total(), 1),
                60 * each.processed() / each.minutesSoFar(),
                end.apply(each),
                each.job().jobExpirationTime(),
                lateness.apply(each) == 2 ? null : lateness.apply(each) == 0));
  }

  static List<List<Object>> estimatedEnd(List<Facts> jobs) {
    final Function<Facts, Instant> byRate =
        each ->
            each.hasProcessed()
                ? each.job()
                    .submitTime()
                    .plus(atMostTenYears(each.total() * each.minutesSoFar() / each.processed()))
                : null;
    final Function<Facts, Instant> byModel =
        each -> {
          final Long usual =
              percentile(
                  0.5,
                  jobs.stream()
                      .filter(other -> other.is("Completed") && other.isWithinDays(90))
                      .filter(other -> other.model().equals(each.model()))
                      .map(Facts::minutes));
          return usual == null ? null : each.job().submitTime().plus(Duration.ofMinutes(usual));
        };
    final Function<Facts, Instant> end =
        each -> byRate.apply(each) == null ? byModel.apply(each) : byRate.apply(each);
    return listed(
        jobs,
        each -> each.isOf(UNFINISHED) && !each.is("Stopping"),
        comparing(end, nullsLast(naturalOrder())).thenComparing(BY_ARN),
        Integer.MAX_VALUE,
        each -> {
          final Instant expiry = each.job().jobExpirationTime();
          final Instant expected = end.apply(each);
          return row(
              each.name(),
              each.job().status(),
              each.model(),
              byRate.apply(each),
              byModel.apply(each),
              expected,
              expiry,
              (expected == null || expiry == null) ? null : expected.isAfter(expiry));
        });
  }

  private static Duration atMostTenYears(long minutes) {
    return Duration.ofMinutes(Math.min(minutes, 3650 * 1440));
  }

  private static List<List<Object>> listed(
      List<Facts> jobs,
      Predicate<Facts> which,
      Comparator<Facts> order,
      int most,
      Function<Facts, List<Object>> shown) {
    final List<List<Object>> rows = new ArrayList<>();
    jobs.stream().filter(which).sorted(order).limit(most).map(shown).forEach(rows::add);
    return rows;
  }
}
