package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on JDBC tells of every error that there is. */
class JdbcPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("project.root")).resolve("docs/jdbc.md");
  private static final Pattern ERROR =
      Pattern.compile("^\\| (\\w{5}) \\| `(\\w+)` \\| .+ \\|$", Pattern.MULTILINE);

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
