package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.adapter.config.ConfigException;
import io.github.bedrockjdbc.driver.database.JdbcUrl;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlTest {
  @Test
  void theBareUrlHasNoKeys() {
    assertThat(JdbcUrl.parse("jdbc:bedrock:")).isEmpty();
  }

  @Test
  void pairsAreApartBySemicolons() {
    assertThat(JdbcUrl.parse("jdbc:bedrock:region=us-east-1; user = a=b;;password=c;"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("region", "us-east-1", "user", " a=b", "password", "c"));
  }

  @Test
  void quotedValuesHoldSemicolonsAndQuotes() {
    assertThat(JdbcUrl.parse("jdbc:bedrock:password=\"a;b\"\"c\";region=x"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("password", "a;b\"c", "region", "x"));
    assertThat(JdbcUrl.parse("jdbc:bedrock:user=\"\"")).containsEntry("user", "");
  }

  @Test
  void keysAreFoundInEverySpelling() {
    assertThat(JdbcUrl.parse("jdbc:bedrock:PageSize=5").get("pagesize")).isEqualTo("5");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:bedrock://host/db, names no host",
    "jdbc:bedrock:region, has no key or no value",
    "jdbc:bedrock:=hidden, has no key or no value",
    "jdbc:bedrock:region=a;REGION=b, The key REGION is in the URL twice",
    "'jdbc:bedrock:password=\"hidden', The value of password has no closing quote",
    "'jdbc:bedrock:password=a;hidden=b', The text after password in the URL does not start with a known key",
    "'jdbc:bedrock:apiKey=a;region=x;hidden=b;hidden=c', The text after apiKey in the URL",
    "'jdbc:bedrock:sessionToken=a;hidden=\"b', The text after sessionToken in the URL",
    "'jdbc:bedrock:password=\"a\"hidden', The value of password continues after its closing quote"
  })
  void whatIsNotOfTheFormIsRefusedWithoutQuotingIt(String url, String text) {
    assertThatThrownBy(() -> JdbcUrl.parse(url))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(text)
        .hasMessageNotContaining("hidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:calcite:", "jdbc:bedrock", "bedrock:", ""})
  void otherUrlsAreNotOurs(String url) {
    assertThat(JdbcUrl.isOurs(url)).isFalse();
  }

  @Test
  void noUrlIsNotOurs() {
    assertThat(JdbcUrl.isOurs(null)).isFalse();
    assertThat(JdbcUrl.isOurs("JDBC:Bedrock:region=x")).isTrue();
  }
}
