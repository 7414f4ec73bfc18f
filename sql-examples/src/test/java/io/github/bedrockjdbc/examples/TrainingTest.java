package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an archive of classes is made of; there, nobody sees what fails. */
class TrainingTest {
  @TempDir private Path home;

  @Test
  void whatPeopleRunIsRunWithoutAFailure() {
    assertThatCode(() -> Training.main(new String[] {home.toString()})).doesNotThrowAnyException();
    assertThat(home.resolve("bedrock-jobs/history"))
        .as("what was typed at the prompt, with what Tab completed")
        .content()
        .contains("SELECT model_id FROM models LIMIT 1;");
  }
}
