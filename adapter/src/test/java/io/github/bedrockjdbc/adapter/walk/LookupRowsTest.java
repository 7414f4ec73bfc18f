package io.github.bedrockjdbc.adapter.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LookupRowsTest {
  private static final List<String> ARNS = List.of("a", "b", "c", "d", "e");

  private final Map<String, CompletableFuture<Object[]>> started = new LinkedHashMap<>();

  @Test
  void asManyAreReadAtOnceAsAllowed() {
    final LookupRows rows = rows(3, Long.MAX_VALUE);
    assertThat(rows.hasNextAtHand()).isFalse();
    assertThat(started).isEmpty();

    assertThat(rows.hasNext()).isTrue();

    assertThat(started.keySet()).containsExactly("a", "b", "c");
    assertThat(names(rows)).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void noneIsReadAheadThatALimitDoesNotNeed() {
    final LookupRows rows = rows(4, 2);
    assertThat(rows.hasNext()).isTrue();
    assertThat(started.keySet()).containsExactly("a", "b");
    rows.next();
    rows.next();
    assertThat(started.keySet()).containsExactly("a", "b");
    assertThat(rows.hasNextAtHand()).isFalse();
    assertThat(names(rows)).as("a row above may be dropped").containsExactly("c", "d", "e");
  }

  @Test
  void aJobThatIsNotThereIsNoRow() {
    final LookupRows rows =
        new LookupRows(
            ARNS,
            arn -> arn.equals("d") ? answered(arn) : failed(Kind.NOT_FOUND),
            () -> RowIterator.of(List.of()),
            Cancellation.unlimited(),
            2,
            Long.MAX_VALUE);
    assertThat(names(rows)).containsExactly("d");
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"ACCESS_DENIED", "INVALID", "BAD_ANSWER"})
  void theListIsWalkedWhereAJobMayNotBeRead(Kind kind) {
    final LookupRows rows =
        new LookupRows(
            ARNS,
            arn -> arn.equals("a") ? answered(arn) : failed(kind),
            () -> RowIterator.of(List.of(row("a"), row("b"), row("x"))),
            Cancellation.unlimited(),
            2,
            Long.MAX_VALUE);
    assertThat(names(rows)).containsExactly("a", "a", "b", "x");
  }

  @Test
  void otherFailuresFail() {
    final LookupRows rows =
        new LookupRows(
            ARNS,
            arn -> failed(Kind.THROTTLED),
            () -> RowIterator.of(List.of()),
            Cancellation.unlimited(),
            2,
            Long.MAX_VALUE);
    assertThatThrownBy(rows::hasNext)
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.kind()).isEqualTo(Kind.THROTTLED));
  }

  private LookupRows rows(int atOnce, long most) {
    return new LookupRows(
        ARNS,
        arn -> started.computeIfAbsent(arn, LookupRowsTest::answered),
        () -> RowIterator.of(List.of()),
        Cancellation.unlimited(),
        atOnce,
        most);
  }

  private static CompletableFuture<Object[]> answered(String arn) {
    return CompletableFuture.completedFuture(row(arn));
  }

  private static CompletableFuture<Object[]> failed(Kind kind) {
    return CompletableFuture.failedFuture(new ApiException(kind, "no"));
  }

  private static Object[] row(String arn) {
    return new Object[] {arn};
  }

  private static List<Object> names(RowIterator rows) {
    final List<Object> names = new ArrayList<>();
    while (rows.hasNext()) {
      names.add(rows.next()[0]);
    }
    return names;
  }
}
