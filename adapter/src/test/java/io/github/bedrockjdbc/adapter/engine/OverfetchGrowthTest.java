package io.github.bedrockjdbc.adapter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OverfetchGrowthTest {
  @Test
  void growsToALargestNumber() {
    final Overfetch overfetch = new Overfetch();
    assertThat(overfetch.rows()).isEqualTo(5);
    for (int rows : new int[] {25, 125, 125, 125}) {
      overfetch.wereTooFew();
      assertThat(overfetch.rows()).isEqualTo(rows);
    }
  }
}
