package io.github.bedrockjdbc.adapter.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  private static final List<String> KNOWN = List.of("region", "profile", "pageSize");

  @Test
  void findsWhatWasProbablyMeant() {
    assertThat(Suggestion.to("regoin", KNOWN)).contains("region");
    assertThat(Suggestion.to("pagesize", KNOWN)).contains("pageSize");
    assertThat(Suggestion.to("PROFIL", KNOWN)).contains("profile");
  }

  @Test
  void doesNotGuess() {
    assertThat(Suggestion.to("ApplicationName", KNOWN)).isEmpty();
    assertThat(Suggestion.to("", KNOWN)).isEmpty();
    assertThat(Suggestion.to("region", List.of())).isEmpty();
  }
}
