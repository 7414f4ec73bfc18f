package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.adapter.api.BuildVersion;
import org.apache.calcite.avatica.DriverVersion;

/** Names and version of the driver, and of what it shows, as JDBC's metadata gives them. */
final class Version {
  private static final String DRIVER_NAME = "Bedrock batch jobs JDBC driver";
  private static final String PRODUCT_NAME = "Amazon Bedrock batch jobs";

  private Version() {}

  static DriverVersion ofDriver() {
    final String text = BuildVersion.text();
    final String[] numbers = text.split("[.-]", 3);
    final int major = Integer.parseInt(numbers[0]);
    final int minor = Integer.parseInt(numbers[1]);
    return new DriverVersion(
        DRIVER_NAME, text, PRODUCT_NAME, text, false, major, minor, major, minor);
  }
}
