package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.examples.script.ForeignCommands;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of commands, and what is said of those that psql has beside them. */
class CommandTest {
  @Test
  void theHelpHasEachOnALineOfATerminal() {
    assertThat(Command.helpOfAll().lines())
        .hasSameSizeAs(Command.values())
        .allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @EnumSource
  void eachIsFoundByItsName(Command command) {
    assertThat(Command.of(command + " and more")).contains(command);
    assertThat(Arrays.stream(Command.values()).filter(each -> each.toString().equals("" + command)))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "\\d+ jobs, D",
    "\\dS+, D",
    "\\dt+, DT",
    "\\dfS, DF",
    "\\include x, I",
    "\\quit, Q",
    "\\o, O",
    "\\gx, GX",
  })
  void otherNames(String item, Command command) {
    assertThat(Command.of(item)).contains(command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1", "\\", "\\dd", "\\format+", "\\G"})
  void notThese(String item) {
    assertThat(Command.of(item)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "\\h, docs/sql.md describes statements",
    "\\l, \\conninfo lists regions",
    "\\dv, \\dt lists the tables",
    "\\c, jobs --url URL connects",
    "\\copy, \\o FILE writes rows",
    "\\set, let your shell put the values of variables",
    "\\a, '\\format, \\x and \\pset'",
    "\\p, the arrows and Ctrl-R",
    "\\du, docs/aws.md lists the permissions",
    ".tables, \\dt lists the tables",
    ".nullvalue, \\pset null TEXT",
    "\\nope, \\? shows help",
  })
  void othersSayWhatToUseInOneLine(String name, String instead) {
    assertThat(Command.of(name)).isEmpty();
    assertThat(ForeignCommands.unknown(name))
        .hasMessageStartingWith("There is no " + name + "; ")
        .hasMessageContaining(instead)
        .message()
        .hasSizeLessThan(80);
  }
}
