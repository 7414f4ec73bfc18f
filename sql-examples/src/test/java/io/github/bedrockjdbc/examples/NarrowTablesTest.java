package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.examples.output.Text;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables on terminals of all widths: columns are shortened, then left out, a message last. */
class NarrowTablesTest {
  @AutoClose private static final BedrockEmulator emulator = BedrockEmulator.demo();

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        // all columns fit
        "40 ! job_name, submit_time, message ! job_name submit_time message",
        "40 ! status, job_name, message ! status job_name message",
        "40 ! message, job_name, job_id ! message job_name job_id",
        "60 ! job_id, job_name, status, submit_time, message ! job_id job_name status submit_time message",
        "250 ! job_id, job_name, status, submit_time, end_time, message"
            + " ! job_id job_name status submit_time end_time message",
        // some are left out, whether they stand before the message or after it
        "40 ! job_id, job_name, status, message, model, region ! job_id job_name message",
        "40 ! job_id, job_name, status, model, region, message ! job_id job_name message",
        "40 ! job_id, submit_time, end_time, last_modified_time, message ! job_id submit_time message",
        "20 ! job_id, job_name, message ! job_id message",
        "40 ! job_id, job_name, status, model ! job_id job_name status",
        "12 ! job_id, job_name, status ! job_id",
      })
  void columnsAre(int width, String columns, String labels) {
    final Run run = run(width, columns);
    assertThat(run.out().lines().findFirst().orElseThrow().strip().split("[ |]+"))
        .containsExactly(labels.split(" "));
    assertThat(run.out().lines().limit(6)).allMatch(line -> Text.width(line) <= width);
    final int left = columns.split(",").length - labels.split(" ").length;
    assertThat(
            run.out().contains(left == 1 ? "and 1 more column;" : "and " + left + " more columns;"))
        .isEqualTo(left > 0);
  }

  private static Run run(int width, String columns) {
    final String sql = "SELECT " + columns + " FROM jobs WHERE status = 'Failed' LIMIT 4";
    final List<String> arguments = List.of("--url", emulator.jdbcUrlWithLogin(), sql);
    final Run run = Run.atWidth(width, arguments.toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isZero();
    return run;
  }
}
