package io.github.bedrockjdbc.emulator.model;

import io.github.bedrockjdbc.emulator.data.FixtureTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/** The foundation models: all that generated jobs run, and others. */
final class Catalogue {
  /**
   * Id, name, provider, input, output, streaming, customizations, inference types, then the life:
   * the first day, and in days from now since when it is legacy, extended access and the end.
   * {@code -} stands for nothing.
   */
  private static final String TABLE =
      """
      anthropic.claude-3-haiku-20240307-v1:0    |Claude 3 Haiku     |Anthropic |TEXT,IMAGE|TEXT|yes|FINE_TUNING,DISTILLATION|ON_DEMAND|2023-12-13|-155|-|27
      anthropic.claude-3-5-sonnet-20240620-v1:0 |Claude 3.5 Sonnet  |Anthropic |TEXT,IMAGE|TEXT|yes|-|ON_DEMAND|2023-12-20|-172|-30|61
      anthropic.claude-3-7-sonnet-20250219-v1:0 |Claude 3.7 Sonnet  |Anthropic |TEXT,IMAGE|TEXT|yes|-|INFERENCE_PROFILE|2025-02-24|-60|-|120
      anthropic.claude-sonnet-4-20250514-v1:0   |Claude Sonnet 4    |Anthropic |TEXT,IMAGE|TEXT|yes|-|INFERENCE_PROFILE|2025-05-22|-|-|-
      anthropic.claude-sonnet-4-5-20250929-v1:0 |Claude Sonnet 4.5  |Anthropic |TEXT,IMAGE|TEXT|yes|-|INFERENCE_PROFILE|2025-09-29|-|-|-
      anthropic.claude-haiku-4-5-20251001-v1:0  |Claude Haiku 4.5   |Anthropic |TEXT,IMAGE|TEXT|yes|-|INFERENCE_PROFILE|2025-10-15|-|-|-
      anthropic.claude-opus-4-1-20250805-v1:0   |Claude Opus 4.1    |Anthropic |TEXT,IMAGE|TEXT|yes|-|INFERENCE_PROFILE|2025-08-05|-|-|400
      amazon.titan-text-lite-v1:0:4k            |Titan Text G1 Lite |Amazon    |TEXT|TEXT|yes|FINE_TUNING,CONTINUED_PRE_TRAINING|PROVISIONED|2023-11-29|-|-|-
      amazon.titan-embed-text-v2:0              |Titan Embeddings V2|Amazon    |TEXT|EMBEDDING|no|-|ON_DEMAND|2023-12-30|-|-|-
      amazon.titan-embed-image-v1               |Titan Multimodal G1|Amazon    |TEXT,IMAGE|EMBEDDING|no|-|ON_DEMAND|-|-|-|-
      amazon.titan-embed-image-v1:0             |Titan Multimodal G1|Amazon    |TEXT,IMAGE|EMBEDDING|no|FINE_TUNING|PROVISIONED|-|-|-|-
      amazon.nova-micro-v1:0                    |Nova Micro         |Amazon    |TEXT|TEXT|yes|-|ON_DEMAND|2024-12-03|-|-|-
      amazon.nova-micro-v1:0:128k               |Nova Micro         |Amazon    |TEXT|TEXT|yes|FINE_TUNING,DISTILLATION|PROVISIONED|2024-12-03|-|-|-
      amazon.nova-lite-v1:0                     |Nova Lite          |Amazon    |TEXT,IMAGE,VIDEO|TEXT|yes|-|ON_DEMAND|2024-12-03|-|-|-
      amazon.nova-pro-v1:0                      |Nova Pro           |Amazon    |TEXT,IMAGE,VIDEO|TEXT|yes|-|ON_DEMAND,PROVISIONED|2024-12-03|-|-|-
      amazon.nova-canvas-v1:0                   |Nova Canvas        |Amazon    |TEXT,IMAGE|IMAGE|no|-|ON_DEMAND|2024-12-03|-12|-|168
      meta.llama3-1-70b-instruct-v1:0           |Llama 3.1 70B      |Meta      |TEXT|TEXT|yes|FINE_TUNING|ON_DEMAND|2023-12-18|-|-|-
      meta.llama4-scout-17b-instruct-v1:0       |Llama 4 Scout 17B  |Meta      |TEXT,IMAGE|TEXT|yes|-|INFERENCE_PROFILE|2025-04-28|-|-|-
      mistral.mistral-small-2402-v1:0           |Mistral Small 24.02|Mistral AI|TEXT|TEXT|yes|-|ON_DEMAND|2023-12-01|-183|-90|9
      mistral.mistral-large-2407-v1:0           |Mistral Large 24.07|Mistral AI|TEXT|TEXT|yes|-|ON_DEMAND|2024-07-24|-|-|-
      cohere.command-r-plus-v1:0                |Command R+         |Cohere    |TEXT|TEXT|yes|-|ON_DEMAND|2024-04-29|-70|-|88
      cohere.embed-multilingual-v3              |Embed Multilingual |Cohere    |TEXT|EMBEDDING|no|-|ON_DEMAND|-|-|-|-
      stability.sd3-5-large-v1:0                |SD3.5 Large        |Stability |TEXT,IMAGE|IMAGE|no|-|ON_DEMAND|2024-12-19|-|-|-
      """;

  private Catalogue() {}

  /** All models, with lives that lie around that instant. */
  static List<ModelCard> around(Instant now) {
    return TABLE.lines().map(line -> card(line.split(" *\\|"), now)).toList();
  }

  private static ModelCard card(String[] cells, Instant now) {
    return new ModelCard(
        cells[0],
        cells[1],
        cells[2],
        list(cells[3]),
        list(cells[4]),
        cells[5].equals("yes"),
        list(cells[6]),
        list(cells[7]),
        new ModelCard.Life(
            first(cells[8], now), day(cells[9], now), day(cells[10], now), day(cells[11], now)));
  }

  private static List<String> list(String cell) {
    return cell.equals("-") ? List.of() : Arrays.asList(cell.split(","));
  }

  /** Moves with the jobs, which run each model from some day on. */
  private static Instant first(String cell, Instant now) {
    return cell.equals("-")
        ? null
        : Instant.parse(cell + "T00:00:00Z")
            .plus(Duration.between(FixtureTimes.UNTIL, midnight(now)));
  }

  private static Instant day(String cell, Instant now) {
    return cell.equals("-") ? null : midnight(now).plus(Duration.ofDays(Long.parseLong(cell)));
  }

  private static Instant midnight(Instant now) {
    return now.truncatedTo(ChronoUnit.DAYS);
  }
}
