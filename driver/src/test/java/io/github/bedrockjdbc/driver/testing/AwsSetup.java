package io.github.bedrockjdbc.driver.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** AWS files and settings of a test, given as system properties; closing takes them back. */
public final class AwsSetup implements AutoCloseable {
  private final Path folder;
  private final Map<String, String> before = new HashMap<>();

  public AwsSetup(Path folder) {
    this.folder = folder;
    set("aws.configFile", config().toString());
    set("aws.sharedCredentialsFile", credentials().toString());
    set("user.home", folder.toString());
    set("aws.disableEc2Metadata", "true");
  }

  public Path config() {
    return folder.resolve("config");
  }

  Path credentials() {
    return folder.resolve("credentials");
  }

  /** Writes the configuration file. */
  public AwsSetup config(String text) throws IOException {
    Files.writeString(config(), text);
    return this;
  }

  /** A value of null takes a property away. */
  public AwsSetup set(String property, String value) {
    before.putIfAbsent(property, String.valueOf(System.getProperty(property)));
    put(property, String.valueOf(value));
    return this;
  }

  private static void put(String property, String value) {
    if (value.equals("null")) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, value);
    }
  }

  @Override
  public void close() {
    before.forEach(AwsSetup::put);
  }
}
