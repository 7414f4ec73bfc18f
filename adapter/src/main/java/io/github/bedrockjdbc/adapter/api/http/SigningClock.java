package io.github.bedrockjdbc.adapter.api.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * This machine's clock, put right by the service's where it goes wrong. Safe for several threads.
 */
final class SigningClock extends Clock {
  /** The service takes five minutes; less than this is not what it complains about. */
  private static final Duration NOT_WORTH_IT = Duration.ofMinutes(1);

  private final Clock machine;
  private volatile Duration offset = Duration.ZERO;

  SigningClock(Clock machine) {
    this.machine = machine;
  }

  /**
   * Takes the time over from the {@code Date} header of an answer that complains of ours.
   *
   * @param date as HTTP writes it
   * @return false if that changes nothing, so that there is no use in asking again
   */
  synchronized boolean set(String date) {
    try {
      final Instant service = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
      final boolean isWrong =
          Duration.between(instant(), service).abs().compareTo(NOT_WORTH_IT) > 0;
      offset = isWrong ? Duration.between(machine.instant(), service) : offset;
      return isWrong;
    } catch (DateTimeException unreadable) {
      return false;
    }
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
