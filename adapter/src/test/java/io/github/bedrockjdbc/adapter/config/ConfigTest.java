package io.github.bedrockjdbc.adapter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
  @Test
  void nothingGivenMeansTheDefaults() {
    final Config config = Config.of(Map.of());

    assertThat(config.get(Property.REGION)).isEmpty();
    assertThat(config.get(Property.PUSHDOWN)).isTrue();
    assertThat(config.get(Property.PAGE_SIZE)).isEqualTo(1000);
    assertThat(config.get(Property.PARALLELISM)).isEqualTo(4);
    assertThat(config.get(Property.MAX_ATTEMPTS)).isEqualTo(5);
    assertThat(config.get(Property.CONNECT_TIMEOUT)).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.get(Property.REQUEST_TIMEOUT)).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.get(Property.MAX_REQUESTS)).isEmpty();
    assertThat(config.get(Property.READ_MESSAGES)).isTrue();
  }

  @Test
  void keysMatchWithoutRegardToCase() {
    assertThat(Config.of(Map.of("PAGESIZE", "7")).get(Property.PAGE_SIZE)).isEqualTo(7);
  }

  @Test
  void anEmptyValueCountsAsNotGiven() {
    assertThat(Config.of(Map.of("user", "", "password", "", "pageSize", "")))
        .isEqualTo(Config.of(Map.of()));
  }

  @Test
  void anUnknownKeyIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> Config.of(Map.of("regoin", "us-east-1")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("'regoin'")
        .hasMessageContaining("did you mean region?");
  }

  @Test
  void keysOfSomebodyElseAreLeftAlone() {
    assertThat(Config.of(Map.of("baseDirectory", "x"), Set.of("baseDirectory")))
        .isEqualTo(Config.of(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "pageSize,0",
    "pageSize,1001",
    "pageSize,ten",
    "pageSize,' 5'",
    "parallelism,0",
    "parallelism,65",
    "maxAttempts,0",
    "maxAttempts,21",
    "connectTimeout,0",
    "requestTimeout,-1",
    "requestTimeout,1.5",
    "maxRequests,0",
    "pushdown,yes",
    "readMessages,1",
    "region,us east",
    "region,US-EAST-1",
    "endpoint,ftp://127.0.0.1",
    "endpoint,nonsense",
    "endpoint,http://127.0.0.1/?a=b",
    "endpoint,http://localhost:99999",
    "endpoint,https://127.0.0.1:65536/base",
    "endpoint,http://localhost:0"
  })
  void aValueThatItsTypeRefusesNamesKeyAndTypeAndValue(String key, String value) {
    assertThatThrownBy(() -> Config.of(Map.of(key, value)))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(key + " takes ")
        .hasMessageContaining("'" + value + "'");
  }

  @Test
  void aSecretThatIsRefusedIsNotQuoted() {
    assertThatThrownBy(() -> Config.of(Map.of("user", "AKID", "password", "hidden\n")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("password takes")
        .hasMessageNotContaining("hidden");
    assertThatThrownBy(() -> Config.of(Map.of("apiKey", " hidden")))
        .isInstanceOf(ConfigException.class)
        .hasMessageNotContaining("hidden");
  }

  @Test
  void valuesThatDoNotGoTogetherAreRefused() {
    assertRefused(Map.of("user", "AKID"), "user needs password");
    assertRefused(Map.of("password", "x"), "password needs user");
    assertRefused(Map.of("sessionToken", "x"), "sessionToken needs user");
    assertRefused(
        Map.of("apiKey", "x", "user", "AKID", "password", "y"),
        "apiKey and user are mutually exclusive");
    assertRefused(
        Map.of("apiKey", "x", "profile", "p"), "apiKey and profile are mutually exclusive");
    assertRefused(
        Map.of("profile", "p,q", "roleArn", "arn:aws:iam::123456789012:role/r"),
        "roleArn and profile with more than one name are mutually exclusive");
  }

  @Test
  void theNameOfARoleMayHoldAComma() {
    assertThat(
            Config.of(
                    Map.of(
                        "roleArn",
                        "arn:aws:iam::123456789012:role/a,b, arn:aws-cn:iam::210987654321:role/c"))
                .get(Property.ROLE_ARN))
        .hasValue(
            List.of("arn:aws:iam::123456789012:role/a,b", "arn:aws-cn:iam::210987654321:role/c"));
    final String role = "arn:aws:iam::123456789012:role/a";
    for (String wrong : List.of(role + "," + role, role + ",", "arn:aws:iam::1:role/a", ",")) {
      assertRefused(Map.of("roleArn", wrong), "roleArn takes role ARNs");
    }
  }

  @Test
  void httpGoesOnlyToThisMachineUnlessAllowed() {
    assertRefused(Map.of("endpoint", "http://example.invalid"), "endpoint must use https");
    assertThat(
            Config.of(Map.of("endpoint", "http://example.invalid", "allowInsecureEndpoint", "true"))
                .get(Property.ENDPOINT))
        .isPresent();
    assertThat(Config.of(Map.of("endpoint", "http://[::1]:8765")).get(Property.ENDPOINT))
        .isPresent();
  }

  @Test
  void userInfoInAnEndpointIsRefusedWithoutBeingQuoted() {
    assertThatThrownBy(() -> Config.of(Map.of("endpoint", "https://me:hidden@example.invalid")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("must not contain credentials")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void secretsCountForEqualityAndStayOutOfTheText() {
    final Config one = Config.of(Map.of("user", "AKID", "password", "hidden1"));
    final Config other = Config.of(Map.of("user", "AKID", "password", "hidden2"));

    assertThat(one).isNotEqualTo(other);
    assertThat(one).isEqualTo(Config.of(Map.of("USER", "AKID", "Password", "hidden1")));
    assertThat(one).hasToString("user=AKID;password=***");
    assertThat(one.apiSettings().toString()).doesNotContain("hidden1");
  }

  @Test
  void everyPropertyIsDescribedAndItsDefaultIsLegal() {
    for (Property<?> property : Property.ALL) {
      assertThat(property.description()).endsWith(".");
      property
          .defaultText()
          .ifPresent(text -> assertThat(property.parse(text)).isEqualTo(property.defaultValue()));
    }
    assertThat(Property.ALL).extracting(Property::key).doesNotHaveDuplicates();
    assertThat(Property.ALL)
        .filteredOn(Property::isSecret)
        .containsExactly(Property.PASSWORD, Property.SESSION_TOKEN, Property.API_KEY);
  }

  private static void assertRefused(Map<String, String> given, String text) {
    assertThatThrownBy(() -> Config.of(given))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(text);
  }
}
