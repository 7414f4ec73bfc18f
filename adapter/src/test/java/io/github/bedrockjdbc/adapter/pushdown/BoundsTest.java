package io.github.bedrockjdbc.adapter.pushdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.pushdown.Check.Comparator;
import io.github.bedrockjdbc.adapter.pushdown.Check.Comparison;
import io.github.bedrockjdbc.adapter.pushdown.Operand.Constant;
import io.github.bedrockjdbc.adapter.pushdown.Operand.Parameter;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {
  private static final Check ONE = status(Comparator.EQUAL, "b");

  @ParameterizedTest
  @CsvSource({
    "GREATER_OR_EQUAL, b, LESS_OR_EQUAL, b, status = 'b'",
    "LESS_OR_EQUAL, b, GREATER_OR_EQUAL, b, status = 'b'",
    "EQUAL, b, LESS_OR_EQUAL, c, status = 'b'",
    "EQUAL, b, GREATER, a, status = 'b'",
    "EQUAL, b, EQUAL, b, status = 'b'",
    "GREATER, b, LESS_OR_EQUAL, b, FALSE",
    "GREATER_OR_EQUAL, b, LESS, b, FALSE",
    "GREATER, b, LESS, b, FALSE",
    "GREATER_OR_EQUAL, c, LESS_OR_EQUAL, b, FALSE",
    "EQUAL, b, EQUAL, c, FALSE",
    "EQUAL, b, GREATER, b, FALSE",
    "GREATER_OR_EQUAL, a, LESS_OR_EQUAL, b, status >= 'a' AND status <= 'b'",
    "GREATER, a, LESS, b, status > 'a' AND status < 'b'",
    "GREATER_OR_EQUAL, b, NOT_EQUAL, b, status >= 'b' AND status <> 'b'",
    "GREATER_OR_EQUAL, b, GREATER_OR_EQUAL, b, status >= 'b' AND status >= 'b'",
  })
  void boundsThatMeetAreAnEquality(
      Comparator one, String first, Comparator other, String second, String meant) {
    assertThat(shown(status(one, first), status(other, second))).isEqualTo(meant);
  }

  @Test
  void theClosestBoundsCount() {
    final Check low = status(Comparator.GREATER_OR_EQUAL, "b");
    final Check high = status(Comparator.LESS_OR_EQUAL, "b");
    assertThat(shown(status(Comparator.GREATER, "a"), low, high, status(Comparator.LESS, "c")))
        .isEqualTo("status = 'b'");
    assertThat(shown(low, high, status(Comparator.LESS, "b"))).isEqualTo("FALSE");
    assertThat(shown(status(Comparator.GREATER, "b"), low, high)).isEqualTo("FALSE");
  }

  @Test
  void otherConjunctsStayInTheirPlaces() {
    final Check name = new Check.Nullness(JobColumn.MESSAGE, false);
    final Check of =
        new Comparison(JobColumn.REGION, Comparator.GREATER_OR_EQUAL, new Constant("r"));
    assertThat(
            Bounds.joined(
                List.of(
                    name,
                    status(Comparator.GREATER_OR_EQUAL, "b"),
                    of,
                    status(Comparator.LESS_OR_EQUAL, "b")),
                binding()))
        .containsExactly(name, ONE, of);
  }

  @Test
  void parametersCountOnceTheyAreKnown() {
    final List<Check> range =
        List.of(
            new Comparison(JobColumn.STATUS, Comparator.GREATER_OR_EQUAL, new Parameter(0)),
            new Comparison(JobColumn.STATUS, Comparator.LESS_OR_EQUAL, new Parameter(1)));

    assertThat(Bounds.joined(range, Binding.whenPlanned())).isEqualTo(range);
    assertThat(Bounds.joined(range, binding("b", "b"))).containsExactly(ONE);
    assertThat(Bounds.joined(range, binding("b", "a"))).containsExactly(Check.Or.FALSE);
    assertThat(Bounds.joined(range, binding("b", null))).isEqualTo(range);
  }

  @Test
  void numbersCompareAsSuch() {
    final Check more = hours(Comparator.GREATER_OR_EQUAL, 24);
    assertThat(shown(more, hours(Comparator.LESS_OR_EQUAL, 24))).isEqualTo("timeout_hours = 24");
    assertThat(shown(more, hours(Comparator.LESS, 3))).isEqualTo("FALSE");
    assertThat(shown(more, hours(Comparator.LESS, 100)))
        .isEqualTo("timeout_hours >= 24 AND timeout_hours < 100");
  }

  @Test
  void timesAreLeftToTheRangesThatAreMadeOfThem() {
    final List<Check> range =
        List.of(
            new Comparison(JobColumn.SUBMIT_TIME, Comparator.GREATER_OR_EQUAL, new Constant(5L)),
            new Comparison(JobColumn.SUBMIT_TIME, Comparator.LESS_OR_EQUAL, new Constant(5L)));
    assertThat(Bounds.joined(range, binding())).isEqualTo(range);
  }

  private static String shown(Check... conjuncts) {
    final List<Check> joined = Bounds.joined(List.of(conjuncts), binding());
    return (joined.size() == 1 ? joined.get(0) : new Check.And(joined)).toString();
  }

  private static Binding binding(Object... parameters) {
    return new Binding(Arrays.asList(parameters)::get, 0);
  }

  private static Check status(Comparator comparator, String value) {
    return new Comparison(JobColumn.STATUS, comparator, new Constant(value));
  }

  private static Check hours(Comparator comparator, long value) {
    return new Comparison(JobColumn.TIMEOUT_HOURS, comparator, new Constant(value));
  }
}
