package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.examples.terminal.Screen;
import io.github.bedrockjdbc.examples.terminal.Shell;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person at a terminal sees of statements that take long or are repeated. */
class WatchTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private BedrockEmulator emulator;

  @BeforeEach
  void start() {
    emulator = BedrockEmulator.demo();
  }

  @AfterEach
  void stop() {
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  @Test
  void watchRunsAgainUntilItIsInterrupted() throws Exception {
    final CompletableFuture<Integer> status = new CompletableFuture<>();
    final Thread thread =
        new Thread(
            () ->
                status.complete(
                    Examples.run(
                        shell(Map.of(), new PrintWriter(err, true)),
                        "--url",
                        emulator.jdbcUrlWithLogin(),
                        "--watch=1ms",
                        "SELECT job_id FROM jobs WHERE status = 'Failed' LIMIT 2")));
    thread.start();
    emulator.awaitRequests(3);
    thread.interrupt();
    assertThat(status.get(1, TimeUnit.MINUTES)).isEqualTo(130);
    assertThat(out.toString())
        .contains("\u001b[2J", "2026-11-01T00:00:00Z, every 0.001s; Ctrl-C stops")
        .contains("\u001b[1mjob_id");
    assertThat(err.toString()).contains("cancelled");
  }

  @Test
  void watchEndsWithWhatIsWrongFromTheStart() {
    final int status =
        Examples.run(
            shell(Map.of(), new PrintWriter(err, true)),
            "--url",
            emulator.jdbcUrlWithLogin(),
            "--watch=1m",
            "SELECT nope FROM jobs");
    assertThat(status).isEqualTo(1);
    assertThat(err.toString()).startsWith("\u001b[1;31merror [42S22]:\u001b[0m ");
  }

  @Test
  void longWalksTellHowFarTheyAreAndTakeItBack() throws Exception {
    final CompletableFuture<String> told = new CompletableFuture<>();
    final Writer heard =
        new StringWriter() {
          @Override
          public void write(String text, int offset, int length) {
            super.write(text, offset, length);
            err.append(text);
            if (text.contains("1 page, 1,000 jobs, ")) {
              told.complete(text);
            }
          }
        };
    emulator.injectAt(2, new Fault.Hang());
    final Shell shell = shell(Map.of("NO_COLOR", "1"), new PrintWriter(heard, true));
    final CompletableFuture<Throwable> end = new CompletableFuture<>();
    try (Database database = Database.open(emulator.jdbcUrlWithLogin());
        Session session = new Session(database)) {
      new Thread(
              () -> {
                try {
                  session.run("SELECT COUNT(status) FROM jobs", Format.CSV, Mode.USUAL, shell);
                  end.complete(null);
                } catch (Exception e) {
                  end.complete(e);
                }
              })
          .start();
      assertThat(told.get(1, TimeUnit.MINUTES)).startsWith("\r1 page, 1,000 jobs, ");
      session.cancel();
      assertThat(end.get(1, TimeUnit.MINUTES)).isInstanceOf(CancellationException.class);
    }
    assertThat(err.toString()).endsWith("\r\u001b[K");
  }

  private Shell shell(Map<String, String> environment, PrintWriter errors) {
    return new Shell(
        Reader.nullReader(),
        out,
        errors,
        environment,
        new Screen(() -> false, () -> true, () -> true, () -> 80),
        Run.DEMO_TIME);
  }
}
