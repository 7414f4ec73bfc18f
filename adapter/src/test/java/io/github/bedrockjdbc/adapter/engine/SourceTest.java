package io.github.bedrockjdbc.adapter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.CallLog;
import io.github.bedrockjdbc.adapter.api.http.HttpService;
import io.github.bedrockjdbc.adapter.config.Config;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a job's ARN tells of the account holds for whoever read it, and for nobody else. */
class SourceTest {
  private static final String ACCOUNT = "123456789012";
  private static final String ARN =
      "arn:aws:bedrock:us-east-1:" + ACCOUNT + ":model-invocation-job/abcdefghijkl";

  @Test
  void whoReadAJobKnowsItsAccount() {
    try (HttpService service = service()) {
      final Source source = source(service);
      source.note(ARN, source.asker());
      assertThat(source.facts(source.asker()).account()).contains(ACCOUNT);
      assertThat(source.facts(source.asker() + 1).account()).isEmpty();
    }
  }

  @Test
  void whatOthersReadMeanwhileTellsNobodyAnything() {
    try (HttpService service = service()) {
      final Source source = source(service);
      final long other = source.asker() + 1;
      source.note(ARN, other);
      assertThat(source.facts(source.asker()).account()).isEmpty();
      assertThat(source.facts(other).account()).isEmpty();
    }
  }

  private static HttpService service() {
    return new HttpService(config().apiSettings(), "test", Map.of(), new CallLog());
  }

  private static Source source(HttpService service) {
    return Source.all(config(), service).get(0);
  }

  private static Config config() {
    return Config.of(Map.of("region", "us-east-1", "user", "AKIAONE", "password", "secret"));
  }
}
