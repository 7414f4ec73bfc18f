package io.github.bedrockjdbc.adapter.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeenJobsTest {
  private static final String PREFIX =
      "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/";

  private final SeenJobs given = new SeenJobs();

  @Test
  void eachJobIsGivenOnce() {
    assertThat(given.add(PREFIX + "000000000000")).isTrue();
    assertThat(given.add(PREFIX + "zzzzzzzzzzzz")).isTrue();
    assertThat(given.add(PREFIX + "000000000000")).isFalse();
    assertThat(given.add(PREFIX + "zzzzzzzzzzzz")).isFalse();
  }

  @Test
  void theSameIdElsewhereIsAnotherJob() {
    final String id = "abcdefghijkl";
    assertThat(given.add(PREFIX + id)).isTrue();
    assertThat(given.add(PREFIX.replace("us-east-1", "eu-west-1") + id)).isTrue();
    assertThat(given.add(PREFIX.replace("us-east-1", "us-west-1") + id)).isTrue();
    assertThat(given.add(PREFIX + id)).isFalse();
  }

  @Test
  void whatIsNoUsualArnIsKeptAsItIs() {
    for (String odd :
        List.of(
            "",
            "x",
            "abcdefghijkl",
            "/abcdefghijkl",
            PREFIX + "ABCDEFGHIJKL",
            PREFIX + "a",
            PREFIX + "abcdefghijklm")) {
      assertThat(given.add(odd)).as(odd).isTrue();
      assertThat(given.add(odd)).as(odd).isFalse();
    }
  }

  @Test
  void manyJobsAreTheSetThatTheyAre() {
    final SplittableRandom random = new SplittableRandom(3);
    final Set<String> expected = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      final String id = Long.toString(random.nextLong(1L << random.nextInt(1, 60)), 36);
      final String arn = PREFIX + "0".repeat(12 - id.length()) + id;
      assertThat(given.add(arn)).isEqualTo(expected.add(arn));
    }
  }
}
