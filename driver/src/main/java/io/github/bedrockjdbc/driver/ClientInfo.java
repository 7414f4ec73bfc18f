package io.github.bedrockjdbc.driver;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a client may say of itself; it is kept and has no effect. */
enum ClientInfo {
  APPLICATION("ApplicationName", "Application that uses the connection."),
  HOST("ClientHostname", "Host that the application runs on."),
  USER("ClientUser", "User that the application works for.");

  /** Of a value, in characters. */
  static final int LONGEST = SqlTypeInfo.VARCHAR.maxPrecision();

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

  static List<String> keys() {
    return Arrays.stream(values()).map(ClientInfo::key).toList();
  }

  static boolean isTooLong(String value) {
    return value != null && value.length() > LONGEST;
  }

  static Optional<ClientInfo> ofKey(String key) {
    return Arrays.stream(values()).filter(info -> info.key.equals(key)).findFirst();
  }
}
