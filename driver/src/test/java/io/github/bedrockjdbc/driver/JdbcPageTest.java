package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on JDBC has every error, and the class that each type is read as. */
class JdbcPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("project.root")).resolve("docs/jdbc.md");
  private static final Pattern TYPES =
      Pattern.compile("^\\| ([A-Z]+(?:, [A-Z]+)*) \\| (`[^|]+) \\|", Pattern.MULTILINE);
  private static final Pattern ERROR =
      Pattern.compile("^\\| (\\w{5}) \\| `(\\w+)` \\| .+ \\|$", Pattern.MULTILINE);

  @Test
  void typesAreReadAsItSays() throws IOException, SQLException {
    int types = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:bedrock:region=us-east-1")) {
      for (MatchResult row : TYPES.matcher(Files.readString(PAGE)).results().toList()) {
        final String[] names = row.group(1).split(", ");
        final String[] classes = row.group(2).replace("`", "").split(", ");
        assertThat(classes).hasSameSizeAs(names);
        for (int i = 0; i < names.length; i++) {
          try (PreparedStatement statement =
              connection.prepareStatement("SELECT CAST(NULL AS " + names[i] + ")")) {
            assertThat(statement.getMetaData().getColumnClassName(1)).endsWith("." + classes[i]);
          }
          types++;
        }
      }
    }
    assertThat(types).isGreaterThan(5);
  }

  @Test
  void everyStateHasItsClass() throws IOException {
    final List<String> told =
        ERROR
            .matcher(Files.readString(PAGE))
            .results()
            .map(error -> error.group(1) + " " + error.group(2))
            .toList();
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(SqlState.values())
                .map(
                    state ->
                        state.code() + " " + SqlErrors.of(state, "m").getClass().getSimpleName())
                .toList());
  }
}
