package io.github.bedrockjdbc.emulator.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void readsEveryKindOfValue() {
    assertThat(JsonReader.read(" {\"a\" : [1, -2.5e3, true, false, null, \"x\"], \"b\":{}} "))
        .isEqualTo(
            Map.of(
                "a", Arrays.asList(1L, new BigDecimal("-2.5e3"), true, false, null, "x"),
                "b", Map.of()));
    assertThat(JsonReader.read("\"\\u00e9\\n\\\"\\\\\\/\\t\\ud83d\\ude00\""))
        .isEqualTo("é\n\"\\/\t\uD83D\uDE00");
    assertThat(JsonReader.read("[]")).isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "[,1]",
        "{\"a\"}",
        "{\"a\":1,}",
        "{a:1}",
        "\"x",
        "\"\\q\"",
        "\"\\u12\"",
        "01",
        "1.",
        "+1",
        "nul",
        "1 2",
        "[1 2]",
        "{\"a\":1,\"a\":2}",
        "]"
      })
  void refusesWhatIsNoJson(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonReader.read(text))
        .withMessageStartingWith("JSON: expected ");
  }

  @Test
  void endlessNestingIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> JsonReader.read("[".repeat(100_000)));
  }

  @Test
  void writtenTextReadsBack() {
    final Object value =
        Map.of("k\"\\", Arrays.asList("a\nb\u0001\t", 7L, null, true, "日本語 \uD83D\uDE00"));
    assertThat(JsonReader.read(Json.text(value))).isEqualTo(value);
    assertThat(Json.text(Map.of("a", List.of(1, "\u0001\n"))))
        .isEqualTo("{\"a\":[1,\"\\u0001\\n\"]}");
  }
}
