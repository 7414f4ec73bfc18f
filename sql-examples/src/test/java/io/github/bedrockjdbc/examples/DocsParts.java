package io.github.bedrockjdbc.examples;

import static java.util.stream.Collectors.joining;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the generated parts of the documentation have to be, by their names. */
final class DocsParts {
  static final Path MODEL = Project.ROOT.resolve("sql-examples/models/bedrock.json");

  private static final Path SNIPPETS =
      Project.ROOT.resolve(
          "sql-examples/src/test/java/io/github/bedrockjdbc/examples/Snippets.java");
  private static final String URL = "jdbc:bedrock:region=us-east-1";
  private static final Pattern SELECT = Pattern.compile("sql-examples/jobs \"(SELECT [^\"]+)\"");
  private static final Pattern EXPLAIN = Pattern.compile("sql-examples/jobs \"(EXPLAIN [^\"]+)\"");

  private DocsParts() {}

  static Map<String, String> all() throws IOException, SQLException {
    final Map<String, String> parts = new LinkedHashMap<>();
    parts.put("output", Page.block("", firstOutput()));
    parts.put("queries", queries());
    parts.put("commands", commands());
    parts.put("model", Page.block("json", Files.readString(MODEL)));
    for (String snippet : Set.of("secrets", "jdbc", "hikari", "datasource")) {
      parts.put(snippet, Page.block("java", Page.snippet(SNIPPETS, snippet)));
    }
    parts.put("columns", columns("jobs", 0));
    parts.put("job-details-columns", columns("job_details", columnsOfJobs()));
    parts.put("models-columns", columns("models", 0));
    parts.put("inference-profiles-columns", columns("inference_profiles", 0));
    parts.put("details-output", output(SELECT, "docs/tables.md", 0));
    parts.put("join-explain", output(EXPLAIN, "docs/tables.md", 0));
    parts.put("models-output", output(SELECT, "docs/tables.md", 1));
    parts.putAll(EmulatorParts.all());
    parts.put("keys", keys());
    parts.put("compatibility", Compatibility.table());
    parts.put("pushdown", PushdownTable.text());
    parts.put("cost", CostTable.text());
    parts.put("explain", output(EXPLAIN, "docs/pushdown.md", 0));
    parts.put("modules", RoomsDrawing.modules());
    parts.put("adapter-rooms", RoomsDrawing.of("adapter"));
    parts.put("driver-rooms", RoomsDrawing.of("driver"));
    return parts;
  }

  /** The statement that the README runs first. */
  static String firstCommand() throws IOException {
    return first(SELECT, "README.md");
  }

  static String firstOutput() throws IOException {
    return Run.of(firstCommand()).out();
  }

  private static String first(Pattern command, String page) throws IOException {
    return Pages.of(page).find(command).findFirst().orElseThrow().group(1);
  }

  /** What the n-th such command of a page prints. */
  private static String output(Pattern command, String page, int n) throws IOException {
    final String sql = Pages.of(page).find(command).skip(n).findFirst().orElseThrow().group(1);
    return Page.block("", Run.of(sql).out());
  }

  private static String queries() throws IOException {
    return SavedQuery.all().stream()
        .map(
            query ->
                String.format(
                    "| [%s](queries/%s.sql) | %s |\n",
                    query.name(), query.name(), query.question()))
        .collect(joining("", "| Query | Answers |\n| --- | --- |\n", ""));
  }

  private static String commands() {
    return Arrays.stream(Command.values())
        .map(
            command ->
                String.format(
                    "| `%s` | %s |\n",
                    command.usage().replace("|", "\\|"),
                    command.help().substring(0, 1).toUpperCase(Locale.ROOT)
                        + command.help().substring(1)))
        .collect(joining("", "| Command | |\n| --- | --- |\n", ""));
  }

  private static int columnsOfJobs() throws SQLException {
    return (int) columns("jobs", 0).lines().count() - 2; // without the head
  }

  private static String columns(String name, int skipped) throws SQLException {
    final StringBuilder table =
        new StringBuilder("| Column | Type | Description |\n| --- | --- | --- |\n");
    try (Connection connection = DriverManager.getConnection(URL);
        ResultSet columns =
            connection.getMetaData().getColumns(null, "bedrock", name.replace("_", "\\_"), "%")) {
      while (columns.next()) {
        if (columns.getInt("ORDINAL_POSITION") <= skipped) {
          continue;
        }
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
    final Set<String> secrets = secrets();
    return Arrays.stream(DriverManager.getDriver(URL).getPropertyInfo(URL, new Properties()))
        .map(
            info ->
                String.format(
                    "| `%s`%s | %s | %s |",
                    info.name,
                    secrets.contains(info.name) ? " (secret)" : "",
                    info.description,
                    info.value == null || info.name.equals("region") ? "" : "`" + info.value + "`"))
        .collect(
            joining("\n", "| Property | Description | Default |\n| --- | --- | --- |\n", "\n"));
  }

  /** The properties that the data source takes but does not show. */
  private static Set<String> secrets() {
    try {
      final Class<?> source = Class.forName("io.github.bedrockjdbc.driver.BedrockDataSource");
      return Arrays.stream(Introspector.getBeanInfo(source).getPropertyDescriptors())
          .filter(property -> property.getReadMethod() == null)
          .map(PropertyDescriptor::getName)
          .collect(Collectors.toUnmodifiableSet());
    } catch (ClassNotFoundException | IntrospectionException e) {
      throw new IllegalStateException(e);
    }
  }
}
