package io.github.bedrockjdbc.driver.metadata;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.sql.ClientInfoStatus;
import java.sql.SQLClientInfoException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArraySet;

/** What a client has said of itself. A name that is not known is warned of, as JDBC wants it. */
public final class ClientInfoValues {
  private final Properties values = new Properties();
  private final CopyOnWriteArraySet<String> unknown = new CopyOnWriteArraySet<>();

  /** Null as the value takes the present one away. */
  public void set(String name, String value) throws SQLClientInfoException {
    final Map<String, String> given = new HashMap<>();
    given.put(Objects.toString(name), value);
    check(given);
    if (ClientInfo.ofKey(name).isEmpty()) {
      unknown.add(Objects.toString(name));
    } else if (value == null) {
      values.remove(name);
    } else {
      values.setProperty(name, value);
    }
  }

  /** All of them, or none if one is refused. */
  public void replace(Properties properties) throws SQLClientInfoException {
    final Map<String, String> given = new HashMap<>();
    properties.stringPropertyNames().forEach(name -> given.put(name, properties.getProperty(name)));
    check(given);
    values.clear();
    for (Map.Entry<String, String> one : given.entrySet()) {
      set(one.getKey(), one.getValue());
    }
  }

  private static void check(Map<String, String> given) throws SQLClientInfoException {
    final Map<String, ClientInfoStatus> tooLong = new HashMap<>();
    given.forEach(
        (name, value) -> {
          if (ClientInfo.ofKey(name).isPresent() && ClientInfo.isTooLong(value)) {
            tooLong.put(name, ClientInfoStatus.REASON_VALUE_TRUNCATED);
          }
        });
    if (!tooLong.isEmpty()) {
      throw SqlErrors.clientInfo(
          SqlState.INVALID_ARGUMENT,
          "Client information has at most "
              + ClientInfo.LONGEST
              + " characters; too long: "
              + String.join(", ", tooLong.keySet()),
          tooLong);
    }
  }

  public Properties copy() {
    final Properties copy = new Properties();
    copy.putAll(values);
    return copy;
  }

  public List<String> warnings() {
    final List<String> warnings = new ArrayList<>();
    unknown.forEach(
        name ->
            warnings.add(
                "Unknown client information " + name + " is ignored; known: " + ClientInfo.keys()));
    return warnings;
  }
}
