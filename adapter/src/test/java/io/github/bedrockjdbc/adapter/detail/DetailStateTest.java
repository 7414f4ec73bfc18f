package io.github.bedrockjdbc.adapter.detail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.config.Config;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a failure means for a detail, where a source that does not answer may be skipped. */
class DetailStateTest {
  private static final Config SKIPPING =
      Config.of(Map.of("region", "us-east-1", "onUnreachable", "skip"));

  @ParameterizedTest
  @EnumSource(
      names = {"CANCELLED", "TIMEOUT", "NETWORK_TIMEOUT", "REQUEST_LIMIT", "EXPIRED", "SETTING"})
  void whatEndsTheQueryIsNoState(Kind kind) {
    final ApiException failure = new ApiException(kind, "over");
    assertThatThrownBy(() -> DetailState.of(failure, SKIPPING)).isSameAs(failure);
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_FOUND, MISSING",
    "ACCESS_DENIED, DENIED",
    "UNAUTHENTICATED, DENIED",
    "BAD_ANSWER, UNREADABLE",
    "INVALID, UNREADABLE",
    "THROTTLED, UNREADABLE",
    "SERVER, UNREADABLE",
    "UNREACHABLE, UNREADABLE",
    "CONNECTION_LOST, UNREADABLE"
  })
  void whatIsAboutTheDetailIs(Kind kind, DetailState state) {
    assertThat(DetailState.of(new ApiException(kind, "not this one"), SKIPPING)).isEqualTo(state);
  }
}
