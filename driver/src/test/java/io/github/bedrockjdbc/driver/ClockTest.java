package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.InZone;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clocks of SQL are UTC wherever the JVM is. */
class ClockTest {
  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati"})
  void clocksAreUtcInEveryZone(String zone) throws Exception {
    InZone.run(
        zone,
        () -> {
          final Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
          try (Connection connection =
                  DriverManager.getConnection("jdbc:bedrock:region=us-east-1");
              Statement statement = connection.createStatement();
              ResultSet now =
                  statement.executeQuery(
                      "SELECT CURRENT_TIMESTAMP, LOCALTIMESTAMP, CURRENT_DATE, {fn NOW()}")) {
            assertThat(now.next()).isTrue();
            final LocalDateTime clock = now.getObject(1, LocalDateTime.class);
            assertThat(clock.toInstant(ZoneOffset.UTC)).isBetween(before, Instant.now());
            assertThat(now.getObject(2, LocalDateTime.class)).isEqualTo(clock);
            assertThat(now.getObject(3, LocalDate.class)).isEqualTo(clock.toLocalDate());
            assertThat(now.getObject(4, LocalDateTime.class)).isEqualTo(clock);
            assertThat(now.getString(1)).matches(".{10} .{8}[.][0-9]{3}");
          }
        });
  }
}
