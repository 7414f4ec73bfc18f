package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.examples.script.Item;
import io.github.bedrockjdbc.examples.script.Script;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands and the SQL that the documentation shows run over the demo's jobs. */
class DocsStatementsTest {
  /** A command with a statement or a query's name, which may have options. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "sql-examples/jobs (?:--url \"[^\"]+\" )?(\"([^\"]+)\"|run [a-z0-9-]+)([^`>\n]*+)"
              // not those that run with their URL, for what they print
              + "(?!\n```\n\n<!-- emulator-)");

  /** Pages whose SQL is that of another database, or of its prompt. */
  private static final Pattern OTHERS = Pattern.compile("docs/clients/.*|sql-examples/calcite/.*");

  @Test
  void everyCommandRuns() throws IOException {
    final List<String> run = new ArrayList<>();
    for (Page page : Pages.all()) {
      page.find(COMMAND)
          .map(command -> new Command(command.group(1), command.group(2), command.group(3)))
          .filter(command -> !command.isEndless())
          .forEach(
              command -> {
                run.add(command.what());
                final Run outcome = Run.of(command.arguments());
                assertThat(outcome.status()).as("%s: %s", page, outcome.err()).isZero();
              });
    }
    assertThat(run).hasSizeGreaterThan(4);
  }

  @Test
  void everyStatementRuns() throws IOException, SQLException {
    int count = 0;
    try (BedrockEmulator emulator = BedrockEmulator.demo();
        Connection connection = DriverManager.getConnection(emulator.jdbcUrlWithLogin());
        Statement statement = connection.createStatement()) {
      for (Page page : Pages.all()) {
        if (OTHERS.matcher(page.toString()).matches()) {
          continue;
        }
        for (String sql :
            page.blocks("sql")
                .flatMap(block -> Script.split(block).stream())
                .map(Item::text)
                .toList()) {
          assertThat(statement.execute(sql)).as("%s: %s", page, sql).isTrue();
          count++;
        }
      }
    }
    assertThat(count).isPositive();
  }

  private record Command(String what, String sql, String options) {
    boolean isEndless() {
      return options.contains("--watch");
    }

    String[] arguments() {
      final List<String> arguments = new ArrayList<>();
      if (sql == null) {
        arguments.addAll(List.of(what.split(" ")));
      } else {
        arguments.add(sql);
      }
      final String format = options.replaceAll(".*--format (\\w+).*", "$1");
      if (!format.equals(options)) {
        arguments.addAll(List.of("--format", format));
      }
      final String prices = options.replaceAll(".*--prices (\\S+).*", "$1");
      if (!prices.equals(options)) {
        arguments.addAll(List.of("--prices", Project.ROOT.resolve(prices).toString()));
      }
      return arguments.toArray(String[]::new);
    }
  }
}
