package io.github.bedrockjdbc.adapter.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.pushdown.Order;
import io.github.bedrockjdbc.adapter.row.OrderedRows;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderedRowsTest {
  private static final RowLayout LAYOUT =
      new RowLayout(List.of(JobColumn.SUBMIT_TIME, JobColumn.JOB_NAME));
  private static final Order BY_TIME_THEN_NAME =
      new Order(
          List.of(
              new Order.Key(JobColumn.SUBMIT_TIME, false, false),
              new Order.Key(JobColumn.JOB_NAME, true, true)));

  @Test
  void rowsWithinASecondAreSortedAgain() {
    assertThat(ordered(BY_TIME_THEN_NAME, row(1900, "a"), row(1000, "b"), row(1500, "c")))
        .containsExactly("1000b", "1500c", "1900a");
    assertThat(ordered(Order.bySubmission(true), row(1000, "a"), row(1900, "b"), row(50, "c")))
        .containsExactly("1900b", "1000a", "50c");
  }

  @Test
  void tiesAreSortedByTheFurtherKeys() {
    assertThat(ordered(BY_TIME_THEN_NAME, row(5, "a"), row(5, "c"), row(5, null), row(5, "b")))
        .containsExactly("5null", "5c", "5b", "5a");
  }

  @Test
  void noMoreIsReadThanIsNeededToBeSure() {
    final List<Object[]> rows =
        new ArrayList<>(List.of(row(1000, "a"), row(2000, "b"), row(3500, "c"), row(9000, "d")));
    final RowIterator source = RowIterator.of(rows);
    final RowIterator ordered = new OrderedRows(source, BY_TIME_THEN_NAME, LAYOUT, row -> true);

    assertThat(ordered.next()[1]).isEqualTo("a");
    assertThat(source.next()[1]).isEqualTo("d");
  }

  @Test
  void rowsThatAreNotWantedStillShowHowFarTheWalkIs() {
    final RowIterator source =
        RowIterator.of(List.of(row(1, "keep"), row(5000, "drop"), row(6000, "keep")));
    final RowIterator ordered =
        new OrderedRows(source, BY_TIME_THEN_NAME, LAYOUT, row -> row[1].equals("keep"));

    assertThat(ordered.next()[0]).isEqualTo(1L);
    assertThat(source.next()[0]).isEqualTo(6000L);
  }

  @Test
  void sourcesInOrderAreMergedInOrder() {
    final Comparator<Object[]> byTime = Order.bySubmission(false).comparator(LAYOUT);
    final RowIterator merged =
        new MergedRows(
            List.of(
                RowIterator.of(List.of(row(1, "a"), row(4, "a"))),
                RowIterator.of(List.of()),
                RowIterator.of(List.of(row(2, "b"), row(3, "b"), row(9, "b")))),
            byTime);

    assertThat(lines(merged)).containsExactly("1a", "2b", "3b", "4a", "9b");
    assertThat(merged.hasNext()).isFalse();
  }

  private static List<String> ordered(Order order, Object[]... rows) {
    return lines(new OrderedRows(RowIterator.of(Arrays.asList(rows)), order, LAYOUT, row -> true));
  }

  private static List<String> lines(RowIterator rows) {
    final List<String> lines = new ArrayList<>();
    while (rows.hasNext()) {
      final Object[] row = rows.next();
      lines.add("" + row[0] + row[1]);
    }
    return lines;
  }

  private static Object[] row(long time, String name) {
    return new Object[] {time, name};
  }
}
