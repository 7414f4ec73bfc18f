package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Regions and accounts that refuse or do not answer. */
class SkippedSourcesTest extends SourcesFixture {
  @Test
  void aRegionThatRefusesFailsTheQueryUnlessItIsToBeSkipped() throws SQLException {
    emulator.behave(
        Behavior.standard().with(Knob.LIST_REFUSED, caller -> caller.region().equals(WEST)));
    try (Connection strict = connect("profile=one;region=us-east-1,eu-west-1")) {
      final SQLException failure = Answered.failureOf(strict, ALL);
      assertThat(failure.getSQLState()).isEqualTo("42501");
      assertThat(failure.getMessage()).contains(WEST, "request id");
    }
    try (Connection lenient =
        connect("profile=one;region=us-east-1,eu-west-1;onUnreachable=skip")) {
      final Answered answered = Answered.to(lenient, ALL + " ORDER BY submit_time");
      assertThat(answered.rows()).hasSize(40);
      assertThat(answered.warnings()).singleElement().asString().contains("eu-west-1", "Skipped");
      assertThat(
              Answered.to(
                      lenient,
                      "SELECT state || ' ' || COALESCE(error_type, '-') || ' '"
                          + " || CAST(jobs_read AS VARCHAR) || ' ' || CAST(calls AS VARCHAR)"
                          + " FROM sources ORDER BY region DESC")
                  .rows())
          .containsExactly("ok - 40 1", "skipped AccessDeniedException 0 1");
    }
  }

  @Test
  void anAccountThatIsRefusedIsNamed() throws SQLException {
    try (Connection strict = connect("profile=one,wrong;region=us-east-1")) {
      final SQLException failure = Answered.failureOf(strict, ALL);
      assertThat(failure.getSQLState()).isEqualTo("28000");
      assertThat(failure.getMessage()).contains("profile wrong", EAST, "request id");
    }
    try (Connection lenient = connect("profile=one,wrong;region=us-east-1;onUnreachable=skip")) {
      final Answered answered = Answered.to(lenient, ALL);
      assertThat(answered.rows()).hasSize(40);
      assertThat(answered.warnings()).singleElement().asString().contains("profile wrong");
    }
  }

  @Test
  void aRegionThatHangsIsSkippedWhenItsTimeIsOver() throws SQLException {
    final Fault.Hang hang = new Fault.Hang();
    emulator.injectWhen(request -> request.region().equals(WEST), hang);
    try (Connection connection =
        connect(
            "profile=one;region=us-east-1,eu-west-1;onUnreachable=skip;requestTimeout=1;maxAttempts=1")) {
      final Answered answered = Answered.to(connection, ALL);
      assertThat(answered.rows()).hasSize(40);
      assertThat(answered.warnings()).singleElement().asString().contains("no response within 1 s");
    }
    hang.release();
  }

  @Test
  void notAllMayBeSkipped() throws SQLException {
    emulator.behave(Behavior.standard().with(Knob.LIST_REFUSED, caller -> true));
    try (Connection connection =
        connect("profile=one;region=us-east-1,eu-west-1;onUnreachable=skip")) {
      for (String sql : List.of(ALL, ALL + " ORDER BY submit_time", "SELECT COUNT(*) FROM jobs")) {
        assertThat(Answered.failureOf(connection, sql).getSQLState()).isEqualTo("42501");
      }
    }
  }

  @Test
  void whoAnsweredOnceIsNotSkippedLater() throws SQLException {
    try (Connection connection =
        connect(
            "profile=one;region=us-east-1,eu-west-1;onUnreachable=skip;pageSize=10;maxAttempts=1")) {
      emulator.injectWhen(
          request -> request.region().equals(WEST) && request.parameters().containsKey("nextToken"),
          new Fault.Status(500, "InternalServerException", "no"));
      assertThat(Answered.failureOf(connection, ALL).getSQLState()).isEqualTo("58000");
    }
  }
}
