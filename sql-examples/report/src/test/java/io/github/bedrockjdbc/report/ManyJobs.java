package io.github.bedrockjdbc.report;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import net.sf.jasperreports.engine.JasperPrint;

/**
 * A report on as many jobs as {@code -Dreport.jobs} says, such as 100000, over a year. It takes a
 * minute or two, as each job that has ended has a manifest.
 *
 * @param messages requests of failure messages
 */
record ManyJobs(JasperPrint print, int messages) {
  private static final int COUNT = Integer.getInteger("report.jobs", 0);

  static boolean areWanted() {
    return COUNT > 0;
  }

  /** Filled once for all tests. */
  static ManyJobs filled() {
    return Once.FILLED;
  }

  private static ManyJobs fill() {
    try (BedrockEmulator emulator =
            BedrockEmulator.builder()
                .jobs(JobFixture.of(COUNT, BedrockEmulator.DEMO_SEED))
                .start();
        Database database = Database.open(emulator.jdbcUrlWithLogin())) {
      final JasperPrint print =
          Template.fill(database, Period.endingAt(Filled.NOW, Period.MOST_DAYS));
      return new ManyJobs(
          print,
          (int)
              emulator.log().lines().stream()
                  .filter(line -> line.contains("-invocation-job/"))
                  .count());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Once {
    static final ManyJobs FILLED = fill();
  }
}
