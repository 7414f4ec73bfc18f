package io.github.bedrockjdbc.adapter.predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.constraint.Alternatives;
import io.github.bedrockjdbc.adapter.constraint.Constraint;
import io.github.bedrockjdbc.adapter.constraint.SourceFacts;
import io.github.bedrockjdbc.adapter.constraint.TimeRange;
import io.github.bedrockjdbc.adapter.predicate.Operand.Constant;
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
      new SourceFacts(Optional.of("us-east-1"), Optional.empty(), Optional.empty(), 5);

  @Test
  void manyArnsAreOneConstraint() {
    final Predicate any = new Or(checks(20_000, i -> equal(JobColumn.JOB_ARN, "arn" + i)));
    final List<Constraint> constraints = constraints(any);
    assertThat(constraints).hasSize(1);
    assertThat(constraints.get(0).arns().orElseThrow()).hasSize(20_000);
    assertThat(constraints.get(0).isExact()).isTrue();
  }

  @Test
  void arnsStayApartFromWhatIsAskedForBesides() {
    final List<Predicate> checks = checks(100, i -> equal(JobColumn.JOB_ARN, "arn" + i));
    final Predicate any = new Or(both(checks, List.of(equal(JobColumn.STATUS, "Failed"))));
    assertThat(constraints(any))
        .hasSize(2)
        .contains(Constraint.ofValue(RequestParameter.STATUS_EQUALS, "Failed"));
  }

  @Test
  void touchingTimesAreOneRange() {
    final Predicate any =
        new Or(
            checks(
                5_000,
                i ->
                    new And(
                        List.of(
                            new Comparison(
                                JobColumn.SUBMIT_TIME,
                                ComparisonOperator.GREATER_OR_EQUAL,
                                new Constant(1000L * i)),
                            new Comparison(
                                JobColumn.SUBMIT_TIME,
                                ComparisonOperator.LESS_OR_EQUAL,
                                new Constant(1000L * i + 1500))))));
    assertThat(constraints(any))
        .containsExactly(Constraint.ofTimes(new TimeRange(0, 1000L * 4_999 + 1500)));
  }

  @Test
  void manyDifferentOnesAreAskedForAsOne() {
    final Predicate any =
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
    assertThat(constraints.get(0).values(RequestParameter.STATUS_EQUALS))
        .contains(Set.of("Failed", "Stopped"));
    assertThat(constraints.get(0).isExact()).isFalse();
  }

  @Test
  void conjunctsOfAlternativesAreNotMultipliedForEver() {
    final Predicate all =
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
    assertThat(constraints(all)).hasSizeBetween(1, Alternatives.MOST);
  }

  @Test
  void longListsAreLookedUpWithNullsAsUnknown() {
    final RowLayout layout = new RowLayout(List.of(JobColumn.JOB_NAME));
    final List<Predicate> names = checks(100_000, i -> equal(JobColumn.JOB_NAME, "job-" + i));
    final List<Predicate> others =
        checks(
            100,
            i ->
                new Comparison(
                    JobColumn.JOB_NAME, ComparisonOperator.NOT_EQUAL, new Constant("job-" + i)));
    final List<Predicate> unknown = List.of(equal(JobColumn.JOB_NAME, null));
    assertThat(test(new Or(names), layout, "job-99999")).isTrue();
    assertThat(test(new Or(names), layout, "other")).isFalse();
    assertThat(test(new Or(names), layout, null)).isNull();
    assertThat(test(new Or(both(names, unknown)), layout, "other")).isNull();
    assertThat(test(new Or(both(names, unknown)), layout, "job-1")).isTrue();
    assertThat(test(new And(others), layout, "other")).isTrue();
    assertThat(test(new And(others), layout, "job-1")).isFalse();
    assertThat(test(new And(others), layout, null)).isNull();
  }

  private static Boolean test(Predicate check, RowLayout layout, String name) {
    final CompiledPredicate test = check.compile(layout, Binding.whenPlanned());
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

  private static List<Constraint> constraints(Predicate check) {
    return assertTimeoutPreemptively(
        LONGEST, () -> new ConstraintDerivation(Binding.whenPlanned(), SOURCE).of(check));
  }

  private static Predicate equal(JobColumn column, String value) {
    return new Comparison(column, ComparisonOperator.EQUAL, new Constant(value));
  }

  private static List<Predicate> checks(int number, IntFunction<Predicate> check) {
    return IntStream.range(0, number).mapToObj(check).toList();
  }

  private static List<Predicate> both(List<Predicate> some, List<Predicate> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
