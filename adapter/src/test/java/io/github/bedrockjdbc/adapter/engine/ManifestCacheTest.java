package io.github.bedrockjdbc.adapter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ManifestCacheTest {
  @Test
  void thoseNotUsedForLongestGiveWay() {
    final ManifestCache cache = new ManifestCache();
    for (int i = 0; i < ManifestCache.MOST; i++) {
      cache.put(job("arn" + i), new long[] {i});
    }
    assertThat(cache.get(job("arn0"))).hasValueSatisfying(counts -> assertThat(counts).contains(0));
    cache.put(job("one more"), new long[] {1});
    assertThat(cache.get(job("arn1"))).isEmpty();
    assertThat(cache.get(job("arn0"))).isPresent();
    assertThat(cache.get(job("arn2"))).isPresent();
    assertThat(cache.get(job("one more"))).isPresent();
  }

  @Test
  void whatIsKeptCannotBeChangedFromOutside() {
    final ManifestCache cache = new ManifestCache();
    final long[] counts = {1};
    cache.put(job("arn"), counts);
    counts[0] = 2;
    cache.get(job("arn")).orElseThrow()[0] = 3;
    assertThat(cache.get(job("arn")).orElseThrow()).containsExactly(1);
  }

  @Test
  void othersDoNotSeeIt() {
    final ManifestCache cache = new ManifestCache();
    cache.put(job("arn"), new long[] {1});
    assertThat(cache.get(new AskedJob("arn", 2))).isEmpty();
  }

  private static AskedJob job(String arn) {
    return new AskedJob(arn, 1);
  }
}
