package io.github.bedrockjdbc.driver.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.InZone;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearbyOffsetTest {
  private static final LocalDateTime DIGITS = LocalDateTime.parse("2026-03-08T02:30:00.123");

  /** Who changes the JVM's zone while a result is read sees the new one from the next value on. */
  @Test
  void aChangedZoneCounts() throws Exception {
    final NearbyOffset nearby = new NearbyOffset();
    final long millis = DIGITS.toInstant(ZoneOffset.UTC).toEpochMilli();
    for (String zone : List.of("UTC", "Asia/Kathmandu", "America/New_York", "UTC")) {
      InZone.run(
          zone, () -> assertThat(nearby.timestamp(millis)).isEqualTo(Timestamp.valueOf(DIGITS)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "America/New_York",
        "America/Sao_Paulo",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Pacific/Apia",
        "Asia/Kathmandu"
      })
  void withoutACalendarItIsWhatJavaMakesOfTheDigits(String zone) throws Exception {
    InZone.run(
        zone,
        () -> {
          final NearbyOffset nearby = new NearbyOffset();
          LocalDateTime digits = LocalDateTime.parse("1969-12-30T00:00:00.123");
          while (digits.getYear() < 2045) {
            final long millis = digits.toInstant(ZoneOffset.UTC).toEpochMilli();
            final Timestamp expected = Timestamp.valueOf(digits);
            if (!SqlDates.timestamp(digits, null).equals(expected)
                || !nearby.timestamp(millis).equals(expected)) {
              assertThat(SqlDates.timestamp(digits, null)).isEqualTo(expected);
              assertThat(nearby.timestamp(millis)).isEqualTo(expected);
            }
            digits = digits.plusMinutes(digits.getYear() % 15 == 1 ? 15 : 7 * 60 + 30);
          }
        });
  }
}
