package io.github.bedrockjdbc.emulator.storage;

import io.github.bedrockjdbc.emulator.data.Counters;
import io.github.bedrockjdbc.emulator.data.Manifest;
import io.github.bedrockjdbc.emulator.data.ManifestFate;
import io.github.bedrockjdbc.emulator.json.Json;
import io.github.bedrockjdbc.emulator.json.Members;
import java.util.List;
import java.util.Map;

/** A manifest as it lies in its bucket. */
final class ManifestText {
  private ManifestText() {}

  static String of(Manifest manifest, ManifestFate fate) {
    return switch (fate) {
      case EMPTY -> "";
      case NOT_JSON -> "{\"totalRecordCount\": 100, \"processedRecordCount\": ";
      case WRONG_SHAPE ->
          "{\"totalRecordCount\": \"many\", \"processedRecordCount\": [1], \"inputTokenCount\": {}}";
      default -> Json.text(members(manifest, fate));
    };
  }

  private static Map<String, Object> members(Manifest manifest, ManifestFate fate) {
    final Counters counters = manifest.counters();
    final Members members = new Members().withAll(counters.members());
    // Seen live: no tokens where no record succeeded.
    if (fate != ManifestFate.WITHOUT_TOKENS && counters.success() > 0) {
      members.with("inputTokenCount", manifest.inputTokens());
      members.with("outputTokenCount", manifest.outputTokens());
    }
    if (fate == ManifestFate.UNKNOWN_FIELDS) {
      members.with("inputAudioSecond", 0L);
      members.with("tokenDetails", Map.of("byModality", List.of(Map.of("TEXT", 1L))));
    }
    return members.map();
  }
}
