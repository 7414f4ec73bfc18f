package io.github.bedrockjdbc.adapter.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.ObjectReader;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With one request at a time, a page is asked for while the rows of the one before are made. */
class NextPageTest {
  private static final int PAGE = EmulatedSlices.PAGE;
  private static final int JOBS = 50;
  private static final RowLayout LAYOUT = new RowLayout(List.of(JobColumn.JOB_ARN));

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isUnderWayBeforeTheRowsAreMadeAndNotBeforeTheyAreNeeded(boolean isTokenFirst) {
    try (EmulatedSlices walk = new EmulatedSlices(JOBS, LAYOUT, 1)) {
      walk.emulator().behave(Behavior.standard().with(Knob.TOKEN_FIRST, isTokenFirst));
      final AtomicInteger made = new AtomicInteger();
      final ObjectReader<Object[]> decoder = walk.decoder();
      final ObjectReader<Object[]> waiting =
          parser -> {
            if (made.getAndIncrement() == PAGE) {
              walk.emulator().awaitRequests(3); // the third page's, while the second is read
            }
            return decoder.read(parser);
          };
      final SlicedRows rows = walk.rows(walk.slices(waiting, walk.threads()));
      final List<String> arns = new ArrayList<>();
      for (int i = 0; i < PAGE; i++) {
        arns.add((String) rows.next()[0]);
      }
      assertThat(walk.emulator().log().requests()).hasSize(1);
      arns.add((String) rows.next()[0]);
      walk.awaitIdle();
      assertThat(walk.emulator().log().requests()).as("one page ahead").hasSize(3);
      rows.forEachRemaining(row -> arns.add((String) row[0]));
      assertThat(arns).hasSize(JOBS).doesNotHaveDuplicates();
      assertThat(walk.emulator().log().requests()).hasSize(JOBS / PAGE);
    }
  }

  /** The reader looks when both are over: what arrived after the failure is not there for it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void isNotGivenWhereTheOneBeforeCannotBeRead(int parallelism) {
    try (EmulatedSlices walk = new EmulatedSlices(JOBS, LAYOUT, parallelism)) {
      final AtomicInteger made = new AtomicInteger();
      final ObjectReader<Object[]> decoder = walk.decoder();
      final ObjectReader<Object[]> failing =
          parser -> {
            if (made.getAndIncrement() == PAGE) {
              walk.emulator().awaitRequests(3);
              throw new ApiException(Kind.BAD_ANSWER, "the second page");
            }
            return decoder.read(parser);
          };
      final TimeSlices slices = walk.slices(failing, walk.threads());
      slices.begin();
      assertThat(slices.poll()).hasValueSatisfying(rows -> assertThat(rows).hasSize(PAGE));
      slices.askAndAwait();
      walk.awaitIdle();
      assertThat(walk.emulator().log().requests()).hasSize(3);
      assertThatThrownBy(slices::poll).hasMessageContaining("the second page");
    }
  }
}
