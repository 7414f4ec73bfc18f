package io.github.bedrockjdbc.spark;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Jobs submitted in a stretch of time.
 *
 * @param from the first instant that is in, cut to milliseconds as the service's times are
 * @param to the first instant that is not; none is in if it is not after {@code from}
 */
record TimeRange(Instant from, Instant to) {
  private static final DateTimeFormatter LITERAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  TimeRange {
    from = from.truncatedTo(ChronoUnit.MILLIS);
    to = to.truncatedTo(ChronoUnit.MILLIS);
  }

  /** From midnight to midnight, UTC. */
  static TimeRange of(LocalDate day) {
    return new TimeRange(start(day), start(day.plusDays(1)));
  }

  boolean isEmpty() {
    return !from.isBefore(to);
  }

  /** The day, UTC, that it begins on. */
  LocalDate firstDay() {
    return day(from);
  }

  /** The day, UTC, that the last instant is on. */
  LocalDate lastDay() {
    return day(to.minusMillis(1));
  }

  /** What of it lies before that instant. */
  TimeRange before(Instant instant) {
    return new TimeRange(from, instant.isBefore(to) ? instant : to);
  }

  /**
   * Cuts it at midnights into so many parts at the most: a day is never in two of them, since a
   * part costs a request at least and most days fit into one.
   */
  List<TimeRange> slices(int most) {
    if (isEmpty()) {
      return List.of();
    }
    final LocalDate first = firstDay();
    final long days = ChronoUnit.DAYS.between(first, lastDay()) + 1;
    final long step = (days + most - 1) / most;
    final List<TimeRange> slices = new ArrayList<>();
    for (long done = 0; done < days; done += step) {
      slices.add(
          new TimeRange(
              done == 0 ? from : start(first.plusDays(done)),
              done + step < days ? start(first.plusDays(done + step)) : to));
    }
    return slices;
  }

  /** As the driver reads it, and sends it on. */
  String predicate() {
    return "submit_time >= TIMESTAMP '%s' AND submit_time < TIMESTAMP '%s'"
        .formatted(LITERAL.format(from), LITERAL.format(to));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
