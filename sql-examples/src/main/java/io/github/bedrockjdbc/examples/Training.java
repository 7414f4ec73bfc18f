package io.github.bedrockjdbc.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bedrockjdbc.examples.age.MaxAge;
import io.github.bedrockjdbc.examples.terminal.Screen;
import io.github.bedrockjdbc.examples.terminal.Shell;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.Writer;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;

/**
 * Runs what people run, over demo data, and shows it to nobody. The JVM that does so can then write
 * an archive of the classes that they need, with which they start faster.
 */
final class Training {
  /** Both ways of planning, each format and command, and what details and messages need. */
  private static final String SCRIPT =
      """
      SELECT COUNT(*) FROM jobs;
      SELECT job_name, submit_time, message FROM jobs
        WHERE status = 'Failed' AND submit_time > CURRENT_TIMESTAMP - INTERVAL '30' DAY
        ORDER BY submit_time DESC LIMIT 3;
      SELECT j.job_name, COALESCE(m.provider_name, '-') FROM jobs j
        LEFT JOIN models m ON m.model_id = j.model WHERE j.job_name LIKE '%a%' LIMIT 3;
      SELECT model, SUM(input_tokens) AS tokens FROM job_details
        WHERE status = 'Completed' AND submit_time > CURRENT_TIMESTAMP - INTERVAL '1' DAY
        GROUP BY model HAVING COUNT(*) > 0 ORDER BY tokens DESC;
      SELECT * FROM (SELECT job_id, RANK() OVER (PARTITION BY status ORDER BY submit_time) AS place
        FROM jobs) WHERE place = 1;
      EXPLAIN PLAN FOR SELECT status, COUNT(*) FROM jobs GROUP BY status;
      \\timing on
      \\calls on
      \\run jobs-per-status
      \\run failures-by-reason
      \\calls off
      \\run running-now
      \\run duration-by-model
      \\run failure-rate-by-week
      \\run
      \\dt
      \\d jobs
      \\format csv
      \\run jobs-per-day
      \\format json
      \\run jobs-per-model
      \\format markdown
      \\run stuck-jobs
      \\x
      SELECT * FROM jobs WHERE status = 'Failed' ORDER BY submit_time LIMIT 1;
      SELECT nope FROM jobs;
      """;

  private Training() {}

  /**
   * Fails if something fails that people run.
   *
   * @param arguments a folder that can be written, for the prompt's history
   */
  public static void main(String[] arguments) throws SQLException, IOException {
    final Map<String, String> environment = Map.of("XDG_STATE_HOME", arguments[0]);
    final int help = run(environment, "", "--help");
    final int list = run(environment, "", "list");
    final int script = run(environment, SCRIPT);
    prompt(environment);
    if (help != 0 || list != 0 || script != 1) { // its last statement is wrong
      throw new IllegalStateException(help + ", " + list + ", " + script);
    }
  }

  private static int run(Map<String, String> environment, String input, String... arguments) {
    return Examples.run(shell(environment, input), arguments);
  }

  private static void prompt(Map<String, String> environment) throws SQLException, IOException {
    final byte[] typed = "SELECT model_id FROM mod\tLIMIT 1;\r\\q\r".getBytes(UTF_8);
    try (Database database = Database.demo(Clock.systemUTC(), MaxAge.OF_PROMPT);
        Session session = new Session(database);
        Terminal terminal =
            new ExternalTerminal(
                "training",
                "xterm-256color",
                new ByteArrayInputStream(typed),
                OutputStream.nullOutputStream(),
                UTF_8)) {
      terminal.setSize(Size.of(80, 24));
      Prompt.run(session, shell(environment, ""), Format.TABLE, Mode.USUAL, terminal);
    }
  }

  private static Shell shell(Map<String, String> environment, String input) {
    return new Shell(
        new StringReader(input),
        Writer.nullWriter(),
        new PrintWriter(Writer.nullWriter()),
        environment,
        Screen.of(environment),
        Clock.systemUTC());
  }
}
