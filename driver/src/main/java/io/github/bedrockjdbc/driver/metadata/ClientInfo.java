package io.github.bedrockjdbc.driver.metadata;

import io.github.bedrockjdbc.driver.value.SqlTypeInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a client may say of itself; it is kept and has no effect. */
enum ClientInfo {
  APPLICATION("ApplicationName", "Application that uses the connection."),
  HOST("ClientHostname", "Host on which the application runs."),
  USER("ClientUser", "User on whose behalf the application runs.");

  /** Of a value, in characters. */
  public static final int LONGEST = SqlTypeInfo.VARCHAR.maxPrecision();

  private final String key;
  private final String description;

  ClientInfo(String key, String description) {
    this.key = key;
    this.description = description;
  }

  String key() {
    return key;
  }

  String description() {
    return description;
  }

  public static List<String> keys() {
    return Arrays.stream(values()).map(ClientInfo::key).toList();
  }

  public static boolean isTooLong(String value) {
    return value != null && value.length() > LONGEST;
  }

  public static Optional<ClientInfo> ofKey(String key) {
    return Arrays.stream(values()).filter(info -> info.key.equals(key)).findFirst();
  }
}
