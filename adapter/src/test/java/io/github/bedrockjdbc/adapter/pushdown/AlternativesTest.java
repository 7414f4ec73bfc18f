package io.github.bedrockjdbc.adapter.pushdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.bedrockjdbc.adapter.pushdown.Check.And;
import io.github.bedrockjdbc.adapter.pushdown.Check.Comparator;
import io.github.bedrockjdbc.adapter.pushdown.Check.Comparison;
import io.github.bedrockjdbc.adapter.pushdown.Check.Or;
import io.github.bedrockjdbc.adapter.pushdown.Operand.Constant;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be asked for is found in a time that the length of a predicate bounds. */
class AlternativesTest {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final SourceFacts SOURCE =
      new SourceFacts(Optional.of("us-east-1"), Optional.empty(), Optional.empty());

  @Test
  void manyArnsAreOneConstraint() {
    final Check any = new Or(checks(20_000, i -> equal(JobColumn.JOB_ARN, "arn" + i)));
    final List<Constraint> constraints = constraints(any);
    assertThat(constraints).hasSize(1);
    assertThat(constraints.get(0).arns().orElseThrow()).hasSize(20_000);
    assertThat(constraints.get(0).isExact()).isTrue();
  }

  @Test
  void arnsStayApartFromWhatIsAskedForBesides() {
    final List<Check> checks = checks(100, i -> equal(JobColumn.JOB_ARN, "arn" + i));
    final Check any = new Or(both(checks, List.of(equal(JobColumn.STATUS, "Failed"))));
    assertThat(constraints(any)).hasSize(2).contains(Constraint.ofStatuses(Set.of("Failed")));
  }

  @Test
  void touchingTimesAreOneRange() {
    final Check any =
        new Or(
            checks(
                5_000,
                i ->
                    new And(
                        List.of(
                            new Comparison(
                                JobColumn.SUBMIT_TIME,
                                Comparator.GREATER_OR_EQUAL,
                                new Constant(1000L * i)),
                            new Comparison(
                                JobColumn.SUBMIT_TIME,
                                Comparator.LESS_OR_EQUAL,
                                new Constant(1000L * i + 1500))))));
    assertThat(constraints(any))
        .containsExactly(Constraint.ofTimes(new TimeRange(0, 1000L * 4_999 + 1500)));
  }

  @Test
  void manyDifferentOnesAreAskedForAsOne() {
    final Check any =
        new Or(
            checks(
                10_000,
                i ->
                    new And(
                        List.of(
                            equal(JobColumn.STATUS, i % 2 == 0 ? "Failed" : "Stopped"),
                            equal(JobColumn.JOB_NAME, "job-" + i)))));
    final List<Constraint> constraints = constraints(any);
    assertThat(constraints).hasSize(1);
    assertThat(constraints.get(0).statuses()).contains(Set.of("Failed", "Stopped"));
    assertThat(constraints.get(0).isExact()).isFalse();
  }

  @Test
  void conjunctsOfAlternativesAreNotMultipliedForEver() {
    final Check all =
        new And(
            checks(
                3_000,
                i ->
                    new Or(
                        checks(
                            30,
                            j ->
                                new And(
                                    List.of(
                                        equal(JobColumn.STATUS, j % 2 == 0 ? "Failed" : "Stopped"),
                                        equal(JobColumn.JOB_NAME, "job-" + i * j)))))));
    assertThat(constraints(all)).hasSizeBetween(1, Constraints.MOST);
  }

  @Test
  void longListsAreLookedUpWithNullsAsUnknown() {
    final RowLayout layout = new RowLayout(List.of(JobColumn.JOB_NAME));
    final List<Check> names = checks(100_000, i -> equal(JobColumn.JOB_NAME, "job-" + i));
    final List<Check> others =
        checks(
            100,
            i ->
                new Comparison(JobColumn.JOB_NAME, Comparator.NOT_EQUAL, new Constant("job-" + i)));
    final List<Check> unknown = List.of(equal(JobColumn.JOB_NAME, null));
    assertThat(test(new Or(names), layout, "job-99999")).isTrue();
    assertThat(test(new Or(names), layout, "other")).isFalse();
    assertThat(test(new Or(names), layout, null)).isNull();
    assertThat(test(new Or(both(names, unknown)), layout, "other")).isNull();
    assertThat(test(new Or(both(names, unknown)), layout, "job-1")).isTrue();
    assertThat(test(new And(others), layout, "other")).isTrue();
    assertThat(test(new And(others), layout, "job-1")).isFalse();
    assertThat(test(new And(others), layout, null)).isNull();
  }

  private static Boolean test(Check check, RowLayout layout, String name) {
    final RowTest test = RowTest.of(check, layout, Binding.whenPlanned());
    return assertTimeoutPreemptively(
        LONGEST,
        () -> {
          Boolean holds = null;
          for (int i = 0; i < 100_000; i++) {
            holds = test.test(new Object[] {name});
          }
          return holds;
        });
  }

  private static List<Constraint> constraints(Check check) {
    return assertTimeoutPreemptively(
        LONGEST, () -> new Constraints(Binding.whenPlanned(), SOURCE).of(check));
  }

  private static Check equal(JobColumn column, String value) {
    return new Comparison(column, Comparator.EQUAL, new Constant(value));
  }

  private static List<Check> checks(int number, IntFunction<Check> check) {
    return IntStream.range(0, number).mapToObj(check).toList();
  }

  private static List<Check> both(List<Check> some, List<Check> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
