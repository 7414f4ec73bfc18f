package io.github.bedrockjdbc.adapter.kept;

import java.util.HashMap;
import java.util.Map;

/** Texts that come again, each once in memory. */
final class SharedTexts {
  private final Map<String, String> texts = new HashMap<>();

  /** An equal text, the same one each time; null for null. */
  String same(String text) {
    if (text == null) {
      return null;
    }
    final String known = texts.putIfAbsent(text, text);
    return known == null ? text : known;
  }
}
