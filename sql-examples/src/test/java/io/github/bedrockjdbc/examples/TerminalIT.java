package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.examples.output.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command on terminals: of any width, without escapes, or with files for its rows. */
@EnabledIf(value = "isThere", disabledReason = "there is no script(1) to open a pseudo-terminal")
class TerminalIT {
  private static final String JOBS = Project.ROOT.resolve("sql-examples/jobs").toString();
  private static final String SELECT =
      "SELECT job_name, submit_time, message FROM jobs WHERE status = 'Failed' LIMIT 4";
  private static final String ESCAPE = "\u001b";

  @AutoClose private static final BedrockEmulator emulator = BedrockEmulator.demo();

  @TempDir private Path home;

  @Test
  void tablesAreAsWideAsTheTerminalAlsoAfterItWasResized() throws Exception {
    try (Pty pty = start(40, "xterm", JOBS)) {
      pty.await("jobs> ");
      pty.type(SELECT + ";\r");
      final List<String> narrow = table(pty.await("(4 rows)"));
      assertThat(narrow).hasSize(6).allMatch(line -> Text.width(line) <= 40);
      assertThat(narrow.get(0)).contains("job_name", "submit_time", "message");
      pty.resize(250);
      pty.type(SELECT + ";\r");
      final List<String> wide = table(pty.await("(4 rows)"));
      assertThat(wide).anyMatch(line -> Text.width(line) > 100);
      assertThat(wide).allMatch(line -> Text.width(line) <= 250);
      assertThat(wide.get(2)).doesNotContain("…");
      pty.type("SELECT * FROM jobs WHERE status = 'Failed' LIMIT 4;\r");
      final List<String> full = table(pty.await("(4 rows)"));
      assertThat(full).hasSize(6).allMatch(line -> Text.width(line) <= 250);
      assertThat(Text.width(full.get(1))).isGreaterThan(235);
      assertThat(full.get(0)).contains(" job_name ", " submit_time ", " message ");
      pty.type("\\q\r");
      pty.rest();
    }
  }

  @Test
  void editorsAndShellsHaveTheTerminalForAWhile() throws Exception {
    final Path editor = home.resolve("editor");
    Files.writeString(editor, "#!/bin/sh\nsed -i s/one/two/ \"$2\"; stty -a >&2\n");
    Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
    try (Pty pty = start(80, "xterm", "EDITOR='" + editor + " -w' " + JOBS)) {
      pty.await("jobs> ");
      pty.type("SELECT 'one' AS a;\r");
      pty.await("(1 row)");
      pty.type("\\e\r");
      assertThat(pty.await("(1 row)")).contains("isig icanon ", " two\n");
      pty.type("\\! echo still $((40 + 2))\r");
      pty.await("still 42");
      pty.await("jobs> ");
      pty.type("\\q\r");
      pty.rest();
    }
  }

  @Test
  void dumbTerminalsGetNoEscapes() throws Exception {
    try (Pty pty = start(80, "dumb", JOBS)) {
      String shown = pty.await("jobs> ");
      pty.type("SELECT status FROM jobs LIMIT 1;\r");
      shown += pty.await("(1 row)") + pty.await("jobs> ");
      final int before = emulator.log().requests().size();
      emulator.inject(new Fault.Hang(), 1);
      pty.type("SELECT COUNT(*) FROM jobs WHERE status = 'Failed';\r");
      emulator.awaitRequests(before + 1);
      pty.type("\u0003");
      shown += pty.await("cancelled") + pty.await("jobs> ");
      pty.type("SELECT 1\u0003");
      shown += pty.await("jobs> ");
      pty.type("\\q\r");
      assertThat(shown + pty.rest()).doesNotContain(ESCAPE);
    }
  }

  @Test
  void dumbTerminalsAreWatchedWithoutEscapes() throws Exception {
    try (Pty pty = start(80, "dumb", JOBS + " --watch 1ms \"" + SELECT + "\"")) {
      final String shown = pty.await("(4 rows)") + pty.await("(4 rows)") + pty.await("(4 rows)");
      assertThat(shown).doesNotContain(ESCAPE).contains("every 0.001s; Ctrl-C stops");
      pty.type("\u0003");
      assertThat(pty.rest()).doesNotContain(ESCAPE);
    }
  }

  @Test
  void rowsThatGoToAFileHoldNoEscapesAndThePromptStaysOnTheTerminal() throws Exception {
    final Path file = home.resolve("rows");
    try (Pty pty = start(80, "xterm", JOBS + " >" + file)) {
      pty.await("jobs> ");
      pty.type("SELECT status, COUNT(*) FROM jobs WHERE status = 'Failed' GROUP BY status;\r");
      pty.await("jobs> ");
      pty.type("\\q\r");
      pty.rest();
    }
    assertThat(Files.readString(file))
        .startsWith(" status | count\n--------+-------\n Failed |")
        .endsWith("(1 row)\n")
        .doesNotContain(ESCAPE);
  }

  static boolean isThere() {
    return Pty.isThere();
  }

  private Pty start(int columns, String terminal, String command)
      throws IOException, InterruptedException {
    return Pty.start(
        columns,
        Map.of(
            "TERM",
            terminal,
            "XDG_STATE_HOME",
            home.toString(),
            "BEDROCK_JOBS_URL",
            emulator.jdbcUrlWithLogin()),
        command);
  }

  private static List<String> table(String shown) {
    final List<String> lines =
        shown
            .replaceAll("[^\n]*" + ESCAPE + "\\[K", "") // how far a slow machine is
            .replaceAll(ESCAPE + "\\[[0-9;?]*[a-zA-Z]", "")
            .lines()
            .toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("---")) {
        return lines.subList(i - 1, lines.size() - 1);
      }
    }
    throw new AssertionError(shown);
  }
}
