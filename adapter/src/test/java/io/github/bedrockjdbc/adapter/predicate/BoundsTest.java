package io.github.bedrockjdbc.adapter.predicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.predicate.Operand.Constant;
import io.github.bedrockjdbc.adapter.predicate.Operand.Parameter;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {
  private static final Predicate ONE = status(ComparisonOperator.EQUAL, "b");

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
      ComparisonOperator one, String first, ComparisonOperator other, String second, String meant) {
    assertThat(shown(status(one, first), status(other, second))).isEqualTo(meant);
  }

  @Test
  void theClosestBoundsCount() {
    final Predicate low = status(ComparisonOperator.GREATER_OR_EQUAL, "b");
    final Predicate high = status(ComparisonOperator.LESS_OR_EQUAL, "b");
    assertThat(
            shown(
                status(ComparisonOperator.GREATER, "a"),
                low,
                high,
                status(ComparisonOperator.LESS, "c")))
        .isEqualTo("status = 'b'");
    assertThat(shown(low, high, status(ComparisonOperator.LESS, "b"))).isEqualTo("FALSE");
    assertThat(shown(status(ComparisonOperator.GREATER, "b"), low, high)).isEqualTo("FALSE");
  }

  @Test
  void otherConjunctsStayInTheirPlaces() {
    final Predicate name = new NullTest(JobColumn.MESSAGE, false);
    final Predicate of =
        new Comparison(JobColumn.REGION, ComparisonOperator.GREATER_OR_EQUAL, new Constant("r"));
    assertThat(
            Bounds.joined(
                List.of(
                    name,
                    status(ComparisonOperator.GREATER_OR_EQUAL, "b"),
                    of,
                    status(ComparisonOperator.LESS_OR_EQUAL, "b")),
                binding()))
        .containsExactly(name, ONE, of);
  }

  @Test
  void parametersCountOnceTheyAreKnown() {
    final List<Predicate> range =
        List.of(
            new Comparison(JobColumn.STATUS, ComparisonOperator.GREATER_OR_EQUAL, new Parameter(0)),
            new Comparison(JobColumn.STATUS, ComparisonOperator.LESS_OR_EQUAL, new Parameter(1)));

    assertThat(Bounds.joined(range, Binding.whenPlanned())).isEqualTo(range);
    assertThat(Bounds.joined(range, binding("b", "b"))).containsExactly(ONE);
    assertThat(Bounds.joined(range, binding("b", "a"))).containsExactly(Or.FALSE);
    assertThat(Bounds.joined(range, binding("b", null))).isEqualTo(range);
  }

  @Test
  void numbersCompareAsSuch() {
    final Predicate more = hours(ComparisonOperator.GREATER_OR_EQUAL, 24);
    assertThat(shown(more, hours(ComparisonOperator.LESS_OR_EQUAL, 24)))
        .isEqualTo("timeout_hours = 24");
    assertThat(shown(more, hours(ComparisonOperator.LESS, 3))).isEqualTo("FALSE");
    assertThat(shown(more, hours(ComparisonOperator.LESS, 100)))
        .isEqualTo("timeout_hours >= 24 AND timeout_hours < 100");
  }

  @Test
  void timesAreLeftToTheRangesThatAreMadeOfThem() {
    final List<Predicate> range =
        List.of(
            new Comparison(
                JobColumn.SUBMIT_TIME, ComparisonOperator.GREATER_OR_EQUAL, new Constant(5L)),
            new Comparison(
                JobColumn.SUBMIT_TIME, ComparisonOperator.LESS_OR_EQUAL, new Constant(5L)));
    assertThat(Bounds.joined(range, binding())).isEqualTo(range);
  }

  private static String shown(Predicate... conjuncts) {
    final List<Predicate> joined = Bounds.joined(List.of(conjuncts), binding());
    return (joined.size() == 1 ? joined.get(0) : new And(joined)).toString();
  }

  private static Binding binding(Object... parameters) {
    return new Binding(Arrays.asList(parameters)::get, 0);
  }

  private static Predicate status(ComparisonOperator comparator, String value) {
    return new Comparison(JobColumn.STATUS, comparator, new Constant(value));
  }

  private static Predicate hours(ComparisonOperator comparator, long value) {
    return new Comparison(JobColumn.TIMEOUT_HOURS, comparator, new Constant(value));
  }
}
