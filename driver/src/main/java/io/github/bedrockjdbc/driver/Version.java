package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.adapter.api.BuildVersion;

/**
 * Names and version of the driver, and of what it shows, as JDBC's metadata gives them.
 *
 * @param text as the build has it
 */
record Version(String text, int major, int minor) {
  static final String DRIVER_NAME = "Bedrock batch jobs JDBC driver";
  static final String PRODUCT_NAME = "Amazon Bedrock batch jobs";

  static Version ofDriver() {
    final String text = BuildVersion.text();
    final String[] numbers = text.split("[.-]", 3);
    return new Version(text, Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
  }
}
