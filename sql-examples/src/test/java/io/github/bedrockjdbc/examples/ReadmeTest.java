package io.github.bedrockjdbc.examples;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README says is so. This makes it so: {@code mvn -pl sql-examples -am test
 * -Dtest=ReadmeTest -Dsurefire.failIfNoSpecifiedTests=false -Dreadme.update=true}
 */
class ReadmeTest {
  private static final String UPDATE = "readme.update";

  private static final Path MODEL = Project.ROOT.resolve("sql-examples/models/bedrock.json");
  private static final Path SNIPPETS =
      Project.ROOT.resolve(
          "sql-examples/src/test/java/io/github/bedrockjdbc/examples/Snippets.java");

  @Test
  void generatedPartsAreTrue() throws IOException, SQLException {
    final Map<String, String> parts = parts(Readme.read());
    if (Boolean.getBoolean(UPDATE)) {
      update(parts);
    }
    final Readme readme = Readme.read();
    assertThat(readme.parts())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(parts.keySet().stream(), Stream.of("sources", "aws")).toList());
    for (Map.Entry<String, String> part : parts.entrySet()) {
      assertThat(readme.part(part.getKey()))
          .as("%s in README.md; mend it with -D%s=true", part.getKey(), UPDATE)
          .isEqualTo(part.getValue());
    }
  }

  @Test
  void snippetsRun() throws SQLException {
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      assertThat(printed(() -> Snippets.plainJdbc(emulator.jdbcUrlWithLogin())).lines())
          .hasSize(10);
      assertThat(Snippets.pool(emulator.jdbcUrlWithLogin())).isEqualTo(2000);
      final String url = emulator.jdbcUrl();
      try (Connection connection =
          Snippets.secretsInProperties(
              BedrockEmulator.DEMO_ACCESS_KEY_ID, BedrockEmulator.DEMO_SECRET_ACCESS_KEY, url)) {
        assertThat(count(connection)).isEqualTo(2000);
      }
      assertThat(
              Snippets.dataSource(
                  BedrockEmulator.DEMO_ACCESS_KEY_ID, BedrockEmulator.DEMO_SECRET_ACCESS_KEY, url))
          .isEqualTo(2000);
    }
  }

  /** Each URL of several sources is one that works, with profiles of the README's names. */
  @Test
  void modelFileWorksInPlainCalcite(@TempDir Path folder) throws IOException, SQLException {
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      final String operands =
          """
          "region": "us-east-1",
          "endpoint": "%s", "user": "%s", "password": "%s"
          """
              .formatted(
                  emulator.endpoint(),
                  BedrockEmulator.DEMO_ACCESS_KEY_ID,
                  BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
      final Path model =
          Files.writeString(
              folder.resolve("model.json"),
              Files.readString(MODEL).replace("\"region\": \"us-east-1\"", operands));
      try (Connection connection =
          DriverManager.getConnection("jdbc:calcite:lex=JAVA;model=" + model)) {
        assertThat(count(connection)).isEqualTo(2000);
      }
    }
  }

  /** Every file that the README links to is there. */
  @Test
  void linksLead() throws IOException {
    assertThat(
            Pattern.compile("\\]\\(([^)#:]+)\\)")
                .matcher(Readme.read().text())
                .results()
                .map(link -> Project.ROOT.resolve(link.group(1))))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(file).exists());
  }

  private static void update(Map<String, String> parts) throws IOException {
    Readme readme = Readme.read();
    for (Map.Entry<String, String> part : parts.entrySet()) {
      readme = readme.with(part.getKey(), part.getValue());
    }
    Files.writeString(Readme.FILE, readme.text());
  }

  private static Map<String, String> parts(Readme readme) throws IOException, SQLException {
    final Map<String, String> parts = new LinkedHashMap<>();
    parts.put("output", Readme.block("", Run.of(sql(readme)).out()));
    parts.put("queries", queries());
    parts.put("model", Readme.block("json", Files.readString(MODEL)));
    parts.put("secrets", Readme.block("java", Readme.snippet(SNIPPETS, "secrets")));
    parts.put("jdbc", Readme.block("java", Readme.snippet(SNIPPETS, "jdbc")));
    parts.put("hikari", Readme.block("java", Readme.snippet(SNIPPETS, "hikari")));
    parts.put("datasource", Readme.block("java", Readme.snippet(SNIPPETS, "datasource")));
    parts.put("columns", columns());
    parts.put("keys", keys());
    parts.put("pushdown", PushdownTable.text());
    parts.put("explain", Readme.block("", Run.of(explain(readme)).out()));
    return parts;
  }

  /** The statement that the README runs first. */
  private static String sql(Readme readme) {
    return Pattern.compile("sql-examples/jobs \"([^\"]+)\"")
        .matcher(readme.text())
        .results()
        .findFirst()
        .map(command -> command.group(1))
        .orElseThrow();
  }

  /** The statement that the README explains. */
  private static String explain(Readme readme) {
    return Pattern.compile("sql-examples/jobs \"(EXPLAIN [^\"]+)\"")
        .matcher(readme.text())
        .results()
        .findFirst()
        .map(command -> command.group(1))
        .orElseThrow();
  }

  private static String queries() throws IOException {
    final StringBuilder list = new StringBuilder();
    for (SavedQuery query : SavedQuery.all()) {
      list.append(
          String.format(
              "- [%s](sql-examples/queries/%s.sql): %s%n",
              query.name(), query.name(), query.question()));
    }
    return list.toString();
  }

  private static String columns() throws SQLException {
    final StringBuilder table = new StringBuilder("| Column | Type | |\n| --- | --- | --- |\n");
    try (Connection connection = DriverManager.getConnection("jdbc:bedrock:region=us-east-1");
        ResultSet columns = connection.getMetaData().getColumns(null, "bedrock", "jobs", "%")) {
      while (columns.next()) {
        final boolean isRequired = columns.getString("IS_NULLABLE").equals("NO");
        table.append(
            String.format(
                "| `%s` | %s%s | %s |\n",
                columns.getString("COLUMN_NAME"),
                columns.getString("TYPE_NAME"),
                isRequired ? " NOT NULL" : "",
                columns.getString("REMARKS")));
      }
    }
    return table.toString();
  }

  private static String keys() throws SQLException {
    final String url = "jdbc:bedrock:";
    final DriverPropertyInfo[] infos =
        DriverManager.getDriver(url).getPropertyInfo(url, new Properties());
    return Arrays.stream(infos)
        .map(
            info ->
                String.format(
                    "| `%s`%s | %s | %s |",
                    info.name,
                    Property.ofKey(info.name).orElseThrow().isSecret() ? " (secret)" : "",
                    info.description,
                    info.value == null ? "" : "`" + info.value + "`"))
        .collect(joining("\n", "| Key | | Default |\n| --- | --- | --- |\n", "\n"));
  }

  private static String printed(Snippet snippet) throws SQLException {
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      snippet.run();
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  static long count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM jobs")) {
      result.next();
      return result.getLong(1);
    }
  }

  private interface Snippet {
    void run() throws SQLException;
  }
}
