package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.config.ConfigException;
import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.driver.database.Settings;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void theUrlWinsOverTheProperties() {
    final Settings settings =
        Settings.of("jdbc:bedrock:PAGESIZE=5", properties("pageSize", "7", "parallelism", "2"));

    assertThat(settings.config().get(Property.PAGE_SIZE)).isEqualTo(5);
    assertThat(settings.config().get(Property.PARALLELISM)).isEqualTo(2);
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  void anEmptyValueInTheUrlCountsAsNotGiven() {
    assertThat(
            Settings.of("jdbc:bedrock:pageSize=", properties("pageSize", "7"))
                .config()
                .get(Property.PAGE_SIZE))
        .isEqualTo(7);
  }

  @Test
  void noPropertiesAreFine() {
    assertThat(Settings.of("jdbc:bedrock:", null).warnings()).isEmpty();
  }

  @Test
  void anUnknownKeyInTheUrlIsAnError() {
    assertThatThrownBy(() -> Settings.of("jdbc:bedrock:ApplicationName=x", null))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("Unknown key 'ApplicationName'");
    assertThatThrownBy(() -> Settings.of("jdbc:bedrock:ApplicationName=", null))
        .isInstanceOf(ConfigException.class);
  }

  @Test
  void aClientsOwnPropertyIsAWarningButANearMissIsAnError() {
    final Settings settings =
        Settings.of("jdbc:bedrock:", properties("ApplicationName", "DBeaver"));

    assertThat(settings.warnings())
        .singleElement()
        .asString()
        .contains("'ApplicationName'")
        .doesNotContain("DBeaver");
    assertThatThrownBy(() -> Settings.of("jdbc:bedrock:", properties("sesionToken", "hidden")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("did you mean sessionToken?")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void propertiesOfCalciteAndAvaticaAreUnknownKeys() {
    assertThat(ForeignProperties.names())
        .contains("model", "schemaFactory", "parserFactory", "typeSystem", "lex", "fun", "factory");
    for (String key : ForeignProperties.names()) {
      assertThatThrownBy(() -> Settings.of("jdbc:bedrock:" + key + "=x", null))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("Unknown key '" + key + "'");
    }
  }

  @Test
  void propertiesOfCalciteAndAvaticaAmongTheClientsHaveNoEffect() {
    final Settings plain = Settings.of("jdbc:bedrock:", null);
    for (String key : ForeignProperties.names()) {
      if (Config.nearestKey(key).isPresent()) {
        assertThatThrownBy(() -> Settings.of("jdbc:bedrock:", properties(key, "x")))
            .isInstanceOf(ConfigException.class)
            .hasMessageContaining("Unknown key '" + key + "'");
      } else {
        final Settings settings = Settings.of("jdbc:bedrock:", properties(key, "x"));
        assertThat(settings.config()).isEqualTo(plain.config());
        assertThat(settings.url()).isEqualTo(plain.url());
        assertThat(settings.warnings()).singleElement().asString().contains("'" + key + "'");
      }
    }
  }

  private static Properties properties(String... pairs) {
    final Properties properties = new Properties();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.setProperty(pairs[i], pairs[i + 1]);
    }
    return properties;
  }
}
