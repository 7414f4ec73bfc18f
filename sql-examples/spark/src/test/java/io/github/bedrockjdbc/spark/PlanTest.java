package io.github.bedrockjdbc.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final TimeRange NEW =
      new TimeRange(Instant.parse("2026-10-01T12:00:00Z"), Instant.parse("2026-10-02T12:00:00Z"));

  private static List<String> arns(int count) {
    return IntStream.range(0, count).mapToObj(i -> "arn:" + i).toList();
  }

  @Test
  void aJobThatIsNotFinalIsAskedForAlone() {
    assertThat(Plan.of(NEW, 1, List.of(new OpenDay(DAY, arns(1), 900, 0))).predicates())
        .containsExactly(NEW.predicate(), "job_arn IN ('arn:0')");
  }

  @Test
  void aDayWithManyOfThemIsReadOnceAndNotFurtherThanWhatIsNew() {
    assertThat(Plan.of(NEW, 1, List.of(new OpenDay(DAY, arns(5), 900, 0))).predicates())
        .containsExactly(
            NEW.predicate(),
            "submit_time >= TIMESTAMP '2026-10-01 00:00:00.000'"
                + " AND submit_time < TIMESTAMP '2026-10-01 12:00:00.000'");
  }

  @Test
  void pagesAndMessagesOfADayAreCounted() {
    assertThat(new OpenDay(DAY, arns(3), 2000, 0).isCheaperAsAWhole()).isTrue();
    assertThat(new OpenDay(DAY, arns(3), 2001, 0).isCheaperAsAWhole()).isFalse();
    assertThat(new OpenDay(DAY, arns(3), 1000, 1).isCheaperAsAWhole()).isTrue();
    assertThat(new OpenDay(DAY, arns(3), 1000, 2).isCheaperAsAWhole()).isFalse();
  }

  @Test
  void jobsAreAskedForSideBySide() {
    final List<OpenDay> open =
        List.of(
            new OpenDay(DAY, arns(20), 900, 100), new OpenDay(DAY.plusDays(1), arns(20), 900, 100));
    assertThat(Plan.of(NEW, 1, open).predicates())
        .hasSize(4)
        .element(3)
        .asString()
        .isEqualTo(
            "job_arn IN ('arn:12', 'arn:13', 'arn:14', 'arn:15', 'arn:16', 'arn:17', 'arn:18',"
                + " 'arn:19')");
  }

  @Test
  void nothingToReadIsNoPlan() {
    final TimeRange none = new TimeRange(NEW.to(), NEW.from());
    assertThat(Plan.of(none, 4, List.of()).predicates()).isEmpty();
  }
}
