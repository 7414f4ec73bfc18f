package io.github.bedrockjdbc.driver.database;

import io.github.bedrockjdbc.adapter.config.ConfigException;
import io.github.bedrockjdbc.adapter.config.Property;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads and writes {@code jdbc:bedrock:key=value;key="va;lue"} as text; what the keys mean is not
 * its affair.
 */
public final class JdbcUrl {
  public static final String PREFIX = "jdbc:bedrock:";

  private static final String FORM =
      "a URL has the form jdbc:bedrock:key=value;key=value, with \"…\" around a value that"
          + " contains ;";

  private final String text;
  private int position;
  private String secret = ""; // the key of the last one so far

  private JdbcUrl(String text) {
    this.text = text;
  }

  /** Whether a URL is ours; null is not. */
  public static boolean isOurs(String url) {
    return url != null && url.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
  }

  /**
   * Values by key, which are told apart without regard to case.
   *
   * @throws ConfigException where the text is not of the form; quotes no value
   */
  public static Map<String, String> parse(String url) {
    if (!isOurs(url)) {
      throw new ConfigException("A URL begins with " + PREFIX);
    }
    final String text = url.substring(PREFIX.length());
    if (text.startsWith("//")) {
      throw new ConfigException("A URL of this driver names no host: " + FORM);
    }
    return new JdbcUrl(text).pairs();
  }

  /** The URL that these values would be read from. */
  public static String of(Map<String, String> values) {
    return values.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + written(pair.getValue()))
        .collect(Collectors.joining(";", PREFIX, ""));
  }

  private static String written(String value) {
    final boolean isPlain = !value.contains(";") && !value.startsWith("\"");
    return isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  private Map<String, String> pairs() {
    final Map<String, String> pairs = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    while (position < text.length()) {
      final String key = key();
      if (key.isEmpty()) {
        continue;
      }
      final Optional<Property<?>> property = Property.ofKey(key);
      if (property.isEmpty() && !secret.isEmpty()) {
        throw new ConfigException(
            ("The text after %s in the URL does not start with a known key; it is not shown, as"
                    + " it may be part of the value of %1$s, which needs \"…\" around it if it"
                    + " contains ;. %s")
                .formatted(
                    secret, FORM.substring(0, 1).toUpperCase(Locale.ROOT) + FORM.substring(1)));
      }
      if (pairs.put(key, value(key)) != null) {
        throw new ConfigException("The key " + key + " is in the URL twice");
      }
      secret = property.filter(Property::isSecret).map(Property::key).orElse(secret);
    }
    return pairs;
  }

  /** Up to the equals sign; empty for nothing between two semicolons. */
  private String key() {
    final int start = position;
    while (position < text.length() && text.charAt(position) != '=') {
      if (text.charAt(position) == ';') {
        break;
      }
      position++;
    }
    final String key = text.substring(start, position).strip();
    final boolean hasValue = position < text.length() && text.charAt(position) == '=';
    position++;
    if (hasValue == key.isEmpty()) { // nothing at all between two semicolons is fine
      throw new ConfigException("An entry of the URL has no key or no value: " + FORM);
    }
    return key;
  }

  private String value(String key) {
    if (position < text.length() && text.charAt(position) == '"') {
      return quoted(key);
    }
    final int end = text.indexOf(';', position);
    final String value = text.substring(position, end < 0 ? text.length() : end);
    position = end < 0 ? text.length() : end + 1;
    return value;
  }

  private String quoted(String key) {
    final StringBuilder value = new StringBuilder();
    position++;
    while (position < text.length()) {
      final char c = text.charAt(position++);
      if (c != '"') {
        value.append(c);
      } else if (position < text.length() && text.charAt(position) == '"') {
        value.append('"');
        position++;
      } else if (position == text.length() || text.charAt(position++) == ';') {
        return value.toString();
      } else {
        throw new ConfigException("The value of " + key + " continues after its closing quote");
      }
    }
    throw new ConfigException("The value of " + key + " has no closing quote");
  }
}
