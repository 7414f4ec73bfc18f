package io.github.bedrockjdbc.adapter.pushdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.constraint.Constraint;
import io.github.bedrockjdbc.adapter.constraint.SourceFacts;
import io.github.bedrockjdbc.adapter.constraint.TimeRange;
import io.github.bedrockjdbc.adapter.predicate.Binding;
import io.github.bedrockjdbc.adapter.predicate.Comparison;
import io.github.bedrockjdbc.adapter.predicate.ComparisonOperator;
import io.github.bedrockjdbc.adapter.predicate.Operand;
import io.github.bedrockjdbc.adapter.predicate.Operand.Constant;
import io.github.bedrockjdbc.adapter.predicate.Operand.Parameter;
import io.github.bedrockjdbc.adapter.predicate.Or;
import io.github.bedrockjdbc.adapter.predicate.Predicate;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundRequestsTest {
  private static final SourceFacts SOURCE =
      new SourceFacts(Optional.of("us-east-1"), Optional.empty(), Optional.empty(), 5);

  @Test
  void everythingIsOneWalkInWholePages() {
    assertThat(requests(JobQuery.EVERYTHING)).containsExactly("maxResults=1000");
  }

  @Test
  void aKnownStatusIsSent() {
    assertThat(requests(status("Failed"))).containsExactly("maxResults=1000 statusEquals=Failed");
    assertThat(open(status("Failed")).warnings()).isEmpty();
  }

  @Test
  void aParameterIsBoundAtEachOpening() {
    final JobQuery query = statuses(new Parameter(0));

    assertThat(requests(query, "Stopped")).containsExactly("maxResults=1000 statusEquals=Stopped");
    assertThat(requests(query, "Failed")).containsExactly("maxResults=1000 statusEquals=Failed");
  }

  @Test
  void nullEqualsNothingSoNothingIsAsked() {
    assertThat(requests(statuses(new Parameter(0)), (Object) null)).isEmpty();
  }

  @Test
  void combinationsOfValuesAreAtMostAsManyAsBranches() {
    final Constraint constraint =
        new Constraint(
            Map.of(
                RequestParameter.STATUS_EQUALS, Set.of("Failed", "Stopped", "Expired"),
                RequestParameter.NAME_CONTAINS, Set.of("a", "b", "c")),
            Optional.empty(),
            TimeRange.ALWAYS,
            Optional.empty(),
            true);
    final Requests requests = new Requests(Optional.empty(), 0, 10, 1000, SOURCE);

    assertThat(requests.walks(List.of(constraint)))
        .extracting(ListRequest::toString)
        .containsExactlyInAnyOrder(
            "maxResults=1000 nameContains=a",
            "maxResults=1000 nameContains=b",
            "maxResults=1000 nameContains=c");
  }

  @Test
  void anUnknownStatusIsLookedForInEverythingAndTheNearestIsOffered() {
    final BoundRequests walks = open(status("failed"));

    assertThat(walks.requests()).hasToString("[maxResults=1000]");
    assertThat(walks.warnings())
        .singleElement()
        .asString()
        .contains("'failed'", "did you mean 'Failed'?");
  }

  @Test
  void severalStatusesAreWalkedInTheOrderOfAJobsLife() {
    final JobQuery query =
        statuses(new Constant("Failed"), new Constant("Submitted"), new Constant("InProgress"));

    assertThat(requests(query))
        .containsExactly(
            "maxResults=1000 statusEquals=Submitted",
            "maxResults=1000 statusEquals=InProgress",
            "maxResults=1000 statusEquals=Failed");
  }

  @Test
  void oneUnknownAmongKnownStatusesMakesOneWalkOverEverything() {
    final BoundRequests walks = open(statuses(new Constant("Failed"), new Constant("Paused")));

    assertThat(walks.requests()).hasToString("[maxResults=1000]");
  }

  @Test
  void conjunctsMustAllHold() {
    final JobQuery query =
        JobQuery.EVERYTHING.withFilter(
            status("Failed").filter().and(statuses(new Parameter(0)).filter()));

    assertThat(requests(query, "Failed")).containsExactly("maxResults=1000 statusEquals=Failed");
    assertThat(requests(query, "Stopped")).isEmpty();
  }

  @Test
  void whatHoldsForNoRowAsksNothing() {
    assertThat(requests(JobQuery.EVERYTHING.withFilter(Or.FALSE))).isEmpty();
  }

  @Test
  void aLimitMakesThePageAsSmallAsTheAnswer() {
    assertThat(requests(limited(JobQuery.EVERYTHING, null, 10L))).containsExactly("maxResults=10");
    assertThat(requests(limited(JobQuery.EVERYTHING, 5L, 10L))).containsExactly("maxResults=15");
    assertThat(requests(limited(status("Failed"), null, 20L)))
        .containsExactly("maxResults=20 statusEquals=Failed");
    assertThat(requests(limited(JobQuery.EVERYTHING, null, 5000L)))
        .containsExactly("maxResults=1000");
    assertThat(requests(limited(JobQuery.EVERYTHING, Long.MAX_VALUE, Long.MAX_VALUE)))
        .containsExactly("maxResults=1000");
  }

  @Test
  void aLimitAboveRowsThatAreStillCheckedAsksForWholePages() {
    assertThat(requests(limited(status("failed"), null, 10L))).containsExactly("maxResults=1000");
  }

  @Test
  void anOrderedLimitAsksForSomeRowsMoreSoThatOneCallShowsWhereItEnds() {
    assertThat(
            requests(limited(JobQuery.EVERYTHING.withOrder(Order.bySubmission(true)), null, 10L)))
        .containsExactly("maxResults=15 sortBy=CreationTime sortOrder=Descending");
  }

  @ParameterizedTest
  @CsvSource({
    "GREATER, 0001-01-01T00:00:00Z, ''",
    "GREATER, -0044-03-15T00:00:00Z, ''",
    "GREATER_OR_EQUAL, 1970-01-01T00:00:01Z, ''",
    "GREATER_OR_EQUAL, 1970-01-01T00:00:02Z, submitTimeAfter=1970-01-01T00:00:01Z",
    "GREATER, 9999-12-31T23:59:59.999Z, submitTimeAfter=9999-12-30T23:59:59Z",
    "GREATER, +12026-01-01T00:00:00Z, submitTimeAfter=9999-12-30T23:59:59Z",
    "LESS, 0001-01-01T00:00:00Z, submitTimeBefore=1970-01-01T00:00:01Z",
    "LESS_OR_EQUAL, 9999-12-30T23:59:59.999Z, submitTimeBefore=9999-12-31T00:00:00.999Z",
    "LESS, 9999-12-31T23:59:59.999Z, ''",
    "LESS_OR_EQUAL, +12026-01-01T00:00:00Z, ''",
    "EQUAL, 0001-01-01T00:00:00Z, submitTimeBefore=1970-01-01T00:00:01Z",
    "EQUAL, +12026-01-01T00:00:00Z, submitTimeAfter=9999-12-30T23:59:59Z",
  })
  void boundsThatNoJobLiesBeyondOrThatHaveNotFourDigitsAreNotSent(
      ComparisonOperator comparator, Instant time, String bounds) {
    final Predicate check =
        new Comparison(JobColumn.SUBMIT_TIME, comparator, new Constant(time.toEpochMilli()));
    assertThat(requests(JobQuery.EVERYTHING.withFilter(check)))
        .containsExactly(("maxResults=1000 " + bounds).strip());
  }

  @Test
  void limitZeroAsksNothing() {
    assertThat(requests(limited(JobQuery.EVERYTHING, null, 0L))).isEmpty();
  }

  @Test
  void aNegativeLimitIsRefused() {
    assertThatThrownBy(() -> open(limited(JobQuery.EVERYTHING, null, -1L)))
        .isInstanceOf(ApiException.class)
        .hasMessage("LIMIT must not be negative: -1");
    assertThatThrownBy(() -> open(limited(JobQuery.EVERYTHING, -2L, 1L)))
        .isInstanceOf(ApiException.class)
        .hasMessage("OFFSET must not be negative: -2");
  }

  private List<String> requests(JobQuery query, Object... parameters) {
    return open(query, parameters).requests().stream().map(ListRequest::toString).toList();
  }

  private BoundRequests open(JobQuery query, Object... parameters) {
    return BoundRequests.open(
        query, new Binding(new ArrayList<>(Arrays.asList(parameters))::get, 0), SOURCE, 1000);
  }

  private static JobQuery status(String value) {
    return statuses(new Constant(value));
  }

  private static JobQuery statuses(Operand... anyOf) {
    final List<Predicate> any =
        Arrays.stream(anyOf)
            .<Predicate>map(
                value -> new Comparison(JobColumn.STATUS, ComparisonOperator.EQUAL, value))
            .toList();
    return JobQuery.EVERYTHING.withFilter(any.size() == 1 ? any.get(0) : new Or(any));
  }

  private static JobQuery limited(JobQuery query, Long offset, Long fetch) {
    return query.withLimit(
        new Limit(
            Optional.ofNullable(offset).map(Constant::new),
            Optional.ofNullable(fetch).map(Constant::new)));
  }
}
