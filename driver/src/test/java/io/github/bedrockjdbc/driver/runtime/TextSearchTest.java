package io.github.bedrockjdbc.driver.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextSearchTest {
  /** Of few letters, so that parts begin again and again. */
  private static String text(Random random, int length) {
    return random
        .ints(length, 'a', 'c')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void findsWhatJavaFinds() {
    final Random random = new Random(11);
    for (int i = 0; i < 3000; i++) {
      final String period = text(random, 1 + random.nextInt(4));
      final String part =
          period.repeat(40).substring(0, 1 + random.nextInt(39))
              + (random.nextBoolean() ? "" : text(random, 2));
      final String text =
          text(random, random.nextInt(9)) + period.repeat(random.nextInt(60)) + part + "ab";
      final TextSearch search = new TextSearch(part);
      int found = -1;
      for (int count = 1; count < 5; count++) {
        found = text.indexOf(part, found + 1);
        assertThat(search.find(text, 0, count)).as("%s in %s", part, text).isEqualTo(found);
        if (found < 0) {
          break;
        }
        assertThat(search.find(text, found)).isEqualTo(found);
      }
    }
  }
}
