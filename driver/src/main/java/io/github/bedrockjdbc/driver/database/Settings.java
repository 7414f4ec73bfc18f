package io.github.bedrockjdbc.driver.database;

import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.config.ConfigException;
import io.github.bedrockjdbc.adapter.config.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a URL and the {@code Properties} beside it say together.
 *
 * @param url all of it as one URL, secrets left out
 * @param warnings keys of a client's own among the properties
 */
public record Settings(Config config, String url, List<String> warnings) {
  public Settings {
    warnings = List.copyOf(warnings);
  }

  /**
   * The URL wins. A key that is unknown is an error in the URL; among the properties, where clients
   * put things of their own, only if it looks like one of ours misspelt.
   *
   * @param properties may be null
   * @throws ConfigException if they say something that cannot be
   */
  public static Settings of(String url, Properties properties) {
    final Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final List<String> warnings = new ArrayList<>();
    if (properties != null) {
      for (String key : properties.stringPropertyNames()) {
        if (Property.ofKey(key).isPresent()) {
          all.put(key, properties.getProperty(key));
        } else if (Config.nearestKey(key).isPresent()) {
          throw new ConfigException(Config.unknown(key));
        } else {
          warnings.add("The property '" + key + "' is unknown and ignored");
        }
      }
    }
    JdbcUrl.parse(url)
        .forEach(
            (key, value) -> {
              if (!value.isEmpty() || Property.ofKey(key).isEmpty()) {
                all.put(key, value);
              }
            });
    return new Settings(Config.of(all), shown(all), warnings);
  }

  private static String shown(Map<String, String> given) {
    final Map<String, String> shown = new LinkedHashMap<>();
    for (Property<?> property : Property.ALL) {
      final String value = given.getOrDefault(property.key(), "");
      if (!property.isSecret() && !value.isEmpty()) {
        shown.put(property.key(), value);
      }
    }
    return JdbcUrl.of(shown);
  }
}
