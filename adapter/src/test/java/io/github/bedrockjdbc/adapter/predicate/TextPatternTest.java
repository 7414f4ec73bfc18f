package io.github.bedrockjdbc.adapter.predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatternTest {
  @ParameterizedTest
  @CsvSource({
    "'',          '',          true",
    "'',          '%',         true",
    "'',          '_',         false",
    "'a',         '',          false",
    "'abc',       'abc',       true",
    "'abc',       'ABC',       false",
    "'abc',       'a%',        true",
    "'abc',       '%c',        true",
    "'abc',       '%b%',       true",
    "'abc',       '_b_',       true",
    "'abc',       'a_',        false",
    "'abc',       '%%_%',      true",
    "'aab',       '%ab',       true",
    "'a\uD83D\uDE00c', 'a_c',  true",
    "'a\nc',      'a_c',       true",
    "'a\nc',      'a%c',       true",
    "'a%c',       'a!%c',      true",
    "'abc',       'a!%c',      false",
    "'a!c',       'a!!c',      true",
    "'a.c',       'a.c',       true",
    "'abc',       'a.c',       false",
  })
  void patterns(String text, String pattern, boolean matches) {
    assertThat(TextPattern.of(pattern, "!").matches(text)).isEqualTo(matches);
  }

  @Test
  void caseMayNotMatter() {
    assertThat(TextPattern.ignoringCase("%\u00c4B_", null).matches("x\u00e4bc")).isTrue();
    assertThat(TextPattern.of("%\u00c4B_", null).matches("x\u00e4bc")).isFalse();
  }

  @Test
  void escapesAreChecked() {
    assertThatThrownBy(() -> TextPattern.of("a", "xx")).hasMessage("Invalid escape character 'xx'");
    assertThatThrownBy(() -> TextPattern.of("a!b", "!"))
        .hasMessage("Invalid escape sequence 'a!b', 1");
    assertThatThrownBy(() -> TextPattern.of("a!", "!"))
        .hasMessage("Invalid escape sequence 'a!', 1");
  }

  @Test
  void matchesWhatARegularExpressionMatches() {
    final Random random = new Random(5);
    for (int i = 0; i < 5000; i++) {
      final String text = text(random, "ab", 8);
      final String pattern = text(random, "ab%_", 6);
      assertThat(TextPattern.of(pattern, null).matches(text))
          .as("%s LIKE %s", text, pattern)
          .isEqualTo(Pattern.matches(pattern.replace("%", ".*").replace("_", "."), text));
    }
  }

  private static String text(Random random, String of, int most) {
    final StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(of.charAt(random.nextInt(of.length())));
    }
    return text.toString();
  }

  @Test
  void hardPatternIsQuick() {
    assertThat(TextPattern.of("%a".repeat(40) + "%b", null).matches("a".repeat(20_000))).isFalse();
  }

  @Test
  void searchCanBeEnded() {
    final TextPattern pattern = TextPattern.of("%" + "a".repeat(100_000) + "b", null);
    assertThatThrownBy(
            () ->
                pattern.matches(
                    "a".repeat(5_000_000),
                    () -> {
                      throw new IllegalStateException("over");
                    }))
        .hasMessage("over");
  }
}
