package io.github.bedrockjdbc.driver.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikePatternTest {
  private static boolean matches(String pattern, String name) {
    return LikePattern.of(pattern).matches(name);
  }

  @Test
  void wildcardsStandForAnyTextAndAnyCharacter() {
    assertThat(matches("%", "")).isTrue();
    assertThat(matches("%", "jobs")).isTrue();
    assertThat(matches("j%s", "jobs")).isTrue();
    assertThat(matches("job_", "jobs")).isTrue();
    assertThat(matches("job_", "job")).isFalse();
    assertThat(matches("", "jobs")).isFalse();
    assertThat(matches("", "")).isTrue();
  }

  @Test
  void caseDoesNotMatter() {
    assertThat(matches("JOBS", "jobs")).isTrue();
    assertThat(matches("jobs", "JOBS")).isTrue();
  }

  @Test
  void anEscapedCharacterIsItself() {
    assertThat(matches("submit\\_time", "submit_time")).isTrue();
    assertThat(matches("submit\\_time", "submitXtime")).isFalse();
    assertThat(matches("a\\%", "a%")).isTrue();
    assertThat(matches("a\\%", "ab")).isFalse();
    assertThat(matches("a\\\\b", "a\\b")).isTrue();
    assertThat(matches("\\Job", "job")).isTrue();
    assertThat(matches("a\\", "a\\")).isTrue();
  }

  @Test
  void whatARegularExpressionWouldMeanIsPlainText() {
    assertThat(matches("a.c", "abc")).isFalse();
    assertThat(matches("[a-z]*", "abc")).isFalse();
    assertThat(matches("\\E(%", "E(x")).isTrue();
  }
}
