package io.github.bedrockjdbc.driver.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Optional;

/** The digits of what programs pass as a date, time or timestamp. */
public final class LocalTemporal {
  private LocalTemporal() {}

  /**
   * A {@link LocalDateTime}, {@link LocalDate} or {@link LocalTime}; empty if it is none of these.
   *
   * <p>Instants of {@code java.time} become UTC; {@code java.sql} and {@code java.util} ones the
   * digits that they show in the calendar's zone, without calendar in the JVM's. A {@link Calendar}
   * as the value brings its own zone.
   *
   * @param calendar may be null
   */
  public static Optional<Temporal> of(Object value, Calendar calendar) {
    if (value instanceof java.sql.Date date) {
      return Optional.of(SqlDates.digits(date, calendar).toLocalDate());
    }
    if (value instanceof java.sql.Time time) {
      return Optional.of(SqlDates.digits(time, calendar).toLocalTime());
    }
    if (value instanceof java.util.Date date) {
      return Optional.of(SqlDates.digits(date, calendar));
    }
    if (value instanceof Calendar own) {
      return Optional.of(SqlDates.digits(own.getTime(), own));
    }
    if (value instanceof Instant instant) {
      return Optional.of(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
    if (value instanceof OffsetDateTime offset) {
      return Optional.of(LocalDateTime.ofInstant(offset.toInstant(), ZoneOffset.UTC));
    }
    if (value instanceof ZonedDateTime zoned) {
      return Optional.of(LocalDateTime.ofInstant(zoned.toInstant(), ZoneOffset.UTC));
    }
    if (value instanceof OffsetTime offset) {
      return Optional.of(offset.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime());
    }
    if (value instanceof LocalDateTime
        || value instanceof LocalDate
        || value instanceof LocalTime) {
      return Optional.of((Temporal) value);
    }
    return Optional.empty();
  }
}
