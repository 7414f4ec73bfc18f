package io.github.bedrockjdbc.adapter.row;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.pushdown.Order;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderCheckTest {
  private static final RowLayout LAYOUT =
      new RowLayout(List.of(JobColumn.JOB_ARN, JobColumn.SUBMIT_TIME));
  private static final Order OLDEST_FIRST = Order.bySubmission(false);
  private static final Order NEWEST_FIRST = Order.bySubmission(true);

  @Test
  void theServiceMaySortByWholeSeconds() {
    assertInOrder(OLDEST_FIRST, List.of(page(row("a", 1999), row("b", 1000), row("c", 999))));
    assertInOrder(NEWEST_FIRST, List.of(page(row("a", 1000), row("b", 1999), row("c", 2000))));
  }

  @Test
  void aRowFurtherOutFailsAndSaysWhatToDo() {
    assertOutOfOrder(OLDEST_FIRST, List.of(page(row("a", 2000), row("b", 999))));
    assertOutOfOrder(NEWEST_FIRST, List.of(page(row("a", 1000), row("b", 2001))));
  }

  @Test
  void thePagesOfAWalkAreInOneOrder() {
    assertInOrder(OLDEST_FIRST, List.of(page(row("a", 1)), page(), page(row("b", 5000))));
    assertOutOfOrder(OLDEST_FIRST, List.of(page(row("a", 1), row("b", 5000)), page(row("c", 1))));
  }

  @Test
  void aJobMayComeAgain() {
    assertInOrder(
        OLDEST_FIRST,
        List.of(page(row("a", 1), row("b", 5000)), page(row("a", 1), row("b", 5000))));
    assertOutOfOrder(
        OLDEST_FIRST, List.of(page(row("a", 1), row("b", 5000)), page(row("a", 1), row("c", 2))));
  }

  private static void assertInOrder(Order order, List<List<Object[]>> pages) {
    assertThatCode(() -> check(order, pages)).doesNotThrowAnyException();
  }

  private static void assertOutOfOrder(Order order, List<List<Object[]>> pages) {
    assertThatThrownBy(() -> check(order, pages))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("out of order")
        .hasMessageContaining("pushdown=false");
  }

  private static void check(Order order, List<List<Object[]>> pages) {
    final OrderCheck check = new OrderCheck(order, LAYOUT);
    pages.forEach(check);
  }

  private static List<Object[]> page(Object[]... rows) {
    return List.of(rows);
  }

  private static Object[] row(String arn, long time) {
    return new Object[] {arn, time};
  }
}
