package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The documentation's tables, outputs, code and picture are those of the product. This writes them:
 * {@code mvn -pl sql-examples -am test -Dtest=DocsTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Ddocs.update=true}
 */
class DocsTest {
  private static final boolean UPDATE = Boolean.getBoolean("docs.update");
  private static final String HINT = "%s of %s; -Ddocs.update=true writes it";

  /** Parts that people write and other tests run. */
  private static final Set<String> WRITTEN = Set.of("sources", "aws");

  @Test
  void generatedPartsAreTrue() throws IOException, SQLException {
    final Map<String, String> parts = DocsParts.all();
    final Set<String> found = new TreeSet<>();
    final SoftAssertions differences = new SoftAssertions();
    for (Page page : Pages.all()) {
      Page updated = page;
      for (String name : page.parts()) {
        assertThat(found.add(name)).as(name).isTrue();
        if (WRITTEN.contains(name)) {
          continue;
        }
        assertThat(parts).containsKey(name);
        updated = updated.with(name, parts.get(name));
      }
      if (UPDATE) {
        Files.writeString(page.file(), updated.text());
      } else {
        differences.assertThat(page.text()).as(HINT, page.parts(), page).isEqualTo(updated.text());
      }
    }
    differences.assertAll();
    assertThat(found).containsAll(parts.keySet()).containsAll(WRITTEN);
  }

  @Test
  void thePictureShowsTheFirstOutput() throws IOException, SQLException {
    final Path file = Project.ROOT.resolve("docs/terminal.svg");
    final String picture = TerminalPicture.of(DocsParts.firstCommand(), DocsParts.firstOutput());
    if (UPDATE) {
      Files.writeString(file, picture);
    }
    assertThat(Files.readString(file)).as(HINT, "picture", file).isEqualTo(picture);
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
              Files.readString(DocsParts.MODEL).replace("\"region\": \"us-east-1\"", operands));
      try (Connection connection =
          DriverManager.getConnection("jdbc:calcite:lex=JAVA;model=" + model)) {
        assertThat(count(connection)).isEqualTo(2000);
      }
    }
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
