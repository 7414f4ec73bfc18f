package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Odd answers whose rows are kept. */
@Timeout(120)
class MaxAgeOddRowsTest extends MaxAgeFixture {
  @Test
  void aValueThatNobodyAskedForSpoilsNothing() throws SQLException {
    emulator.behave(
        Behavior.standard()
            .with(Knob.ODD_ONE_IN, 7)
            .with(Knob.UNREADABLE_FIELDS, Set.of("totalRecordCount")));

    assertThat(rows("SELECT COUNT(*) FROM jobs")).containsExactly("100");
    assertThat(rows("SELECT job_id FROM jobs")).hasSize(100);
    assertThat(Answered.failureOf(connection, "SELECT SUM(total_records) FROM jobs").getMessage())
        .contains("totalRecordCount");
  }

  @Test
  void norDoesItWhereRowsAreRenewed() throws Exception {
    try (Connection each = connect(";maxAge=1")) {
      Answered.to(each, "SELECT COUNT(*) FROM jobs");
      emulator.behave(
          Behavior.standard()
              .with(Knob.ODD_ONE_IN, 1)
              .with(Knob.UNREADABLE_FIELDS, Set.of("totalRecordCount")));
      Thread.sleep(1_100);

      assertThat(Answered.to(each, "SELECT job_id FROM jobs").rows()).hasSize(100);
      assertThat(Answered.to(each, "SELECT COUNT(*) FROM jobs").rows()).containsExactly("100");
    }
  }

  @Test
  void aMissingTextIsToldOfWhereItIsShown() throws SQLException {
    emulator.behave(
        Behavior.standard().with(Knob.ODD_ONE_IN, 7).with(Knob.MISSING_FIELDS, Set.of("modelId")));

    for (int i = 0; i < 2; i++) {
      assertThat(Answered.to(connection, "SELECT COUNT(*) FROM jobs").warnings())
          .noneMatch(warning -> warning.contains("modelId"));
      assertThat(Answered.to(connection, "SELECT model_id FROM jobs").warnings())
          .anyMatch(warning -> warning.contains("modelId"));
    }
  }
}
