package io.github.bedrockjdbc.examples.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void proseLosesItsEndAndIdentifiersTheirMiddle() {
    assertThat(Text.shortened("a message of some length", 10)).isEqualTo("a message…");
    assertThat(Text.shortened("arn:aws:bedrock:us-east-1::model/nova", 13))
        .isEqualTo("arn:…del/nova");
    assertThat(Text.shortened("fits", 4)).isEqualTo("fits");
  }

  @Test
  void shortenedTextNeverTakesMoreColumnsThanThereAre() {
    for (int width = 1; width < 12; width++) {
      assertThat(Text.width(Text.shortened("日本語のテキスト", width))).isLessThanOrEqualTo(width);
      assertThat(Text.width(Text.shortened("日 本 語 の テ キ ス ト", width))).isLessThanOrEqualTo(width);
    }
  }

  @Test
  void nothingReachesTheTerminalAsACommand() {
    assertThat(Text.printable("\u001b]0;title\u0007 \u009b2J \u202eabc\u2028"))
        .isEqualTo("\\u001b]0;title\\u0007 \\u009b2J \\u202eabc\\u2028");
  }

  @Test
  void messagesAreOneLine() {
    assertThat(Text.oneLine(" a\n  b\r\nc\n")).isEqualTo("a b c");
  }
}
