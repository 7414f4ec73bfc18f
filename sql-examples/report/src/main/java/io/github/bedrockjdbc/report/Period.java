package io.github.bedrockjdbc.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Whole days in UTC, of which the last one is today's so far.
 *
 * @param until not included
 */
record Period(int days, Instant from, Instant until) {
  static final int MOST_DAYS = 366;

  static Period endingAt(Instant now, int days) {
    final LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return new Period(
        days, today.minusDays(days - 1L).atStartOfDay(ZoneOffset.UTC).toInstant(), now);
  }

  /** What the report is called. */
  String title() {
    return "Batch inference: last " + (days == 1 ? "day" : days + " days");
  }
}
