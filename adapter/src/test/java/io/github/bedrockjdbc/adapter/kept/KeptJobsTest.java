package io.github.bedrockjdbc.adapter.kept;

import static io.github.bedrockjdbc.adapter.kept.KeptFixture.START;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.jobs;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept is what was read, in the order that is asked for. */
class KeptJobsTest {
  private static final RowLayout EVERY_COLUMN = new RowLayout(JobColumn.all());
  private static final String[] TEXTS = {
    "", " ", "plain", "s3://bucket/key", "é", "ÿ", "Ā", "日本", "😀", "\uD800", "a\u0000b", null
  };

  private final Execution execution = new Execution(Cancellation.unlimited(), 1);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 255, 256, 257, 4095, 4096, 4097, 9000})
  void everyValueIsAsItWas(int size) {
    final SplittableRandom random = new SplittableRandom(size);
    final List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      rows.add(odd(i, random));
    }
    final KeptJobs kept = jobs(rows.toArray(Object[][]::new));

    assertThat(kept.size()).isEqualTo(size);
    assertThat(all(kept.rows(EVERY_COLUMN, false, 0, execution))).containsExactlyElementsOf(rows);
    final int from = size / 2;
    assertThat(all(kept.rows(EVERY_COLUMN, false, from, execution)))
        .containsExactlyElementsOf(rows.subList(from, size));
    Collections.reverse(rows);
    assertThat(all(kept.rows(EVERY_COLUMN, true, 0, execution))).containsExactlyElementsOf(rows);
    assertThat(all(kept.rows(EVERY_COLUMN, true, from, execution)))
        .containsExactlyElementsOf(rows.subList(from, size));
  }

  /** Some columns of few values, some of many, with and without nulls, of all letters. */
  private static Object[] odd(int number, SplittableRandom random) {
    final Object[] row = row(number, TEXTS[random.nextInt(2, TEXTS.length)], START - number);
    for (JobColumn column : JobColumn.all()) {
      final int i = KeptBlock.LAYOUT.indexOf(column);
      if (row[i] == null) {
        row[i] =
            switch (column.type()) {
              case BIGINT, TIMESTAMP -> random.nextInt(3) == 0 ? null : (Object) random.nextLong();
              case INTEGER -> random.nextInt(3) == 0 ? null : (Object) random.nextInt();
              default -> text(i, number, random);
            };
        if (row[i] == null && !column.isNullable()) {
          row[i] = column.type() == JobColumn.SUBMIT_TIME.type() ? (Object) 0L : "";
        }
      }
    }
    return row;
  }

  private static String text(int column, int number, SplittableRandom random) {
    final String some = TEXTS[random.nextInt(TEXTS.length)];
    return switch (column % 4) {
      case 0 -> some;
      case 1 -> some == null ? null : "s3://prefix/" + number + "é";
      case 2 -> some == null ? null : some + number;
      default -> null;
    };
  }

  private static List<Object[]> all(RowIterator rows) {
    final List<Object[]> all = new ArrayList<>();
    rows.forEachRemaining(all::add);
    return all;
  }

  @Test
  void aJobThatComesTwiceIsKeptOnce() {
    final KeptJobs kept = jobs(row(1, "Failed", START), row(1, "Stopped", START));

    assertThat(kept.size()).isEqualTo(1);
    assertThat(all(kept.rows(new RowLayout(List.of(JobColumn.STATUS)), false, 0, execution)))
        .containsExactly(new Object[] {"Failed"});
  }

  @Test
  void aRequiredTextThatIsMissingIsToldWhereItIsShown() {
    final KeptJobs kept = jobs(row(1, "Failed", START));
    final RowLayout withModel = new RowLayout(List.of(JobColumn.STATUS, JobColumn.MODEL_ID));

    all(kept.rows(new RowLayout(List.of(JobColumn.STATUS)), false, 0, execution));
    assertThat(execution.warnings()).isEmpty();
    assertThat(all(kept.rows(withModel, false, 0, execution)))
        .containsExactly(new Object[] {"Failed", ""});
    assertThat(execution.warnings()).singleElement().asString().contains("modelId", "000000000001");
  }

  @Test
  void theNewestComeFirstWhateverTheOrderOfTheWalk() {
    for (long[] order : new long[][] {{3, 2, 1}, {1, 2, 3}, {2, 3, 1}, {2, 2, 2}}) {
      final KeptJobs kept =
          jobs(
                  row(1, "Failed", START + order[0]),
                  row(2, "Failed", START + order[1]),
                  row(3, "Failed", START + order[2]))
              .newestFirst();

      assertThat(all(kept.rows(new RowLayout(List.of(JobColumn.SUBMIT_TIME)), false, 0, execution)))
          .extracting(row -> (Long) row[0])
          .isSortedAccordingTo(Collections.reverseOrder())
          .hasSize(3);
      assertThat(kept.newest()).hasValue(START + Math.max(order[0], Math.max(order[1], order[2])));
    }
  }

  @Test
  void jobsOfOneMomentAreCountedTogetherInEachBlock() {
    final List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 3 * KeptBlock.ROWS; i++) {
      rows.add(row(i, "Completed", i < 2 * KeptBlock.ROWS + 1 ? START : START - 1));
    }
    final KeptJobs kept = jobs(rows.toArray(Object[][]::new));

    assertThat(kept.since(START + 1)).isZero();
    assertThat(kept.since(START)).isEqualTo(2 * KeptBlock.ROWS + 1);
    assertThat(kept.since(START - 1)).isEqualTo(3 * KeptBlock.ROWS);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"Submitted", "Validating", "Scheduled", "InProgress", "Stopping", "New"})
  void whatIsNotKnownToBeFinalMayChange(String status) {
    assertThat(
            jobs(
                    row(1, "Completed", START + 9),
                    row(2, status, START + 5),
                    row(3, status, START + 3),
                    row(4, "Expired", START))
                .oldestThatMayChange())
        .hasValue(START + 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Completed", "PartiallyCompleted", "Failed", "Stopped", "Expired"})
  void finalJobsDoNotChange(String status) {
    assertThat(jobs(row(1, status, START)).oldestThatMayChange()).isEqualTo(OptionalLong.empty());
  }

  @Test
  void aPartIsReplaced() {
    final List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      rows.add(row(i, "Completed", START - i));
    }
    final KeptJobs before = jobs(rows.toArray(Object[][]::new));
    for (int count : new int[] {0, 1, 4095, 4096, 4097, 10_000}) {
      final KeptJobs after =
          before.renewed(jobs(row(20_000, "Failed", START + 1)), before.since(START - count + 1));

      assertThat(after.size()).isEqualTo(10_001 - count);
      assertThat(before.first(count).size()).isEqualTo(count);
      assertThat(
              all(after.rows(new RowLayout(List.of(JobColumn.SUBMIT_TIME)), false, 0, execution)))
          .extracting(row -> (Long) row[0])
          .isSortedAccordingTo(Collections.reverseOrder());
    }
  }

  /** Small blocks of many renewals would take more memory than the rows. */
  @Test
  void manyRenewalsTakeNoMoreMemoryThanOne() {
    final int count = 3_000;
    final Object[][] all = new Object[count][];
    for (int i = 0; i < count; i++) {
      all[i] = row(count - i, "Completed", START + count - i);
    }
    KeptJobs renewed = jobs(all[count - 1]);
    for (int i = count - 2; i >= 0; i--) {
      renewed = renewed.renewed(jobs(all[i]), 0);
    }

    assertThat(renewed.size()).isEqualTo(count);
    assertThat(renewed.arns(count)).hasSize(count);
    assertThat(renewed.newest()).hasValue(START + count);
    assertThat(renewed.bytes()).isLessThan(2 * jobs(all).bytes());
  }
}
