package io.github.bedrockjdbc.driver.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of statements that mean something else to the reference, or nothing. */
class TrialTest {
  private static final int DRAWS = 5;

  @AutoClose private final World world;
  private final Draw draw;

  TrialTest() throws SQLException {
    this.world = new World(0);
    this.draw = new Draw(0, world.facts());
  }

  @Test
  void whatNoEngineCanRunIsNotCompared() throws SQLException {
    final Trial.Outcome outcome =
        outcome(
            Part.of(
                "SELECT q1.x FROM (VALUES (1)) q1(x) CROSS JOIN LATERAL (SELECT q2.status FROM jobs q2"
                    + " GROUP BY q2.status HAVING EXISTS (SELECT 1 FROM jobs q3"
                    + " WHERE q3.status = q2.status AND q3.timeout_hours > COUNT(*))) q4"));

    assertThat(outcome.isCompared()).isFalse();
    assertThat(outcome.note()).hasValueSatisfying(note -> assertThat(note).contains("LATERAL"));
    assertThat(outcome.failure()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"({} / {})", "({} / NULLIF({}, 0))"})
  void sumsDivideAsWholeNumbers(String division) throws SQLException {
    final FunctionTable.Function function =
        FunctionTable.giving(Kind.WHOLE).stream()
            .filter(each -> each.driver().equals(division))
            .findAny()
            .orElseThrow();
    final Part sum = Part.of("SUM(q1.total_records)");
    final Scope scope = new Scope(List.of(Column.call(sum, Kind.WHOLE)), List.of(), List.of());
    final List<Part> quotients =
        LongStream.range(0, DRAWS)
            .mapToObj(seed -> new Grammar(new Draw(seed, world.facts())))
            .map(grammar -> grammar.expressions().call(function, scope, 0))
            .toList();

    assertThat(quotients).anyMatch(each -> each.driver().contains(sum.driver()));
    assertThat(outcome(Part.of("SELECT {} FROM jobs q1", Part.join(", ", quotients))).failure())
        .isEmpty();
  }

  private Trial.Outcome outcome(Part sql) throws SQLException {
    return new Trial(0, world, Query.unordered(draw, sql)).run();
  }
}
