package io.github.bedrockjdbc.adapter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ManifestCacheTest {
  @Test
  void thoseNotUsedForLongestGiveWay() {
    final ManifestCache cache = new ManifestCache();
    for (int i = 0; i < ManifestCache.MOST; i++) {
      cache.put("arn" + i, new long[] {i});
    }
    assertThat(cache.get("arn0")).hasValueSatisfying(counts -> assertThat(counts).contains(0));
    cache.put("one more", new long[] {1});
    assertThat(cache.get("arn1")).isEmpty();
    assertThat(cache.get("arn0")).isPresent();
    assertThat(cache.get("arn2")).isPresent();
    assertThat(cache.get("one more")).isPresent();
  }

  @Test
  void whatIsKeptCannotBeChangedFromOutside() {
    final ManifestCache cache = new ManifestCache();
    final long[] counts = {1};
    cache.put("arn", counts);
    counts[0] = 2;
    cache.get("arn").orElseThrow()[0] = 3;
    assertThat(cache.get("arn").orElseThrow()).containsExactly(1);
  }
}
