package io.github.bedrockjdbc.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KNOWN = List.of("region", "profile", "pageSize");

  @Test
  void findsWhatWasProbablyMeant() {
    assertThat(Nearest.to("regoin", KNOWN)).contains("region");
    assertThat(Nearest.to("pagesize", KNOWN)).contains("pageSize");
    assertThat(Nearest.to("PROFIL", KNOWN)).contains("profile");
  }

  @Test
  void doesNotGuess() {
    assertThat(Nearest.to("ApplicationName", KNOWN)).isEmpty();
    assertThat(Nearest.to("", KNOWN)).isEmpty();
    assertThat(Nearest.to("region", List.of())).isEmpty();
  }
}
