package io.github.bedrockjdbc.adapter.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFragmentTest {
  @ParameterizedTest
  @CsvSource({
    "nightly-7, nightly-7",
    "-a-b, a-b",
    "a_bcd, bcd",
    "'x yz', yz",
    "+.-, ",
    "'', ",
    "éa, a",
    "a+b.c, a+b.c",
    "ab_cd, ab"
  })
  void isTheLongestLegalPartOfAText(String text, String fragment) {
    assertThat(NameFragment.ofText(text).orElse(null)).isEqualTo(fragment);
  }

  @ParameterizedTest
  @CsvSource({
    "a%bcd_e%, , bcd",
    "%, , ",
    "a!%bc, !, bc",
    "ab!_cd%e, !, ab",
    "%%x, , x",
    "a!!b, !, a",
    "100!%, !, 100",
    "%eev%, e, ev"
  })
  void ofAPatternStopsAtWildcards(String pattern, String escape, String fragment) {
    assertThat(NameFragment.ofPattern(pattern, escape).orElse(null)).isEqualTo(fragment);
  }

  @Test
  void isNoLongerThanTheServiceTakes() {
    assertThat(NameFragment.ofText("a".repeat(100))).contains("a".repeat(63));
    assertThat(NameFragment.ofText(null)).isEmpty();
    assertThat(NameFragment.ofPattern(null, null)).isEmpty();
  }
}
