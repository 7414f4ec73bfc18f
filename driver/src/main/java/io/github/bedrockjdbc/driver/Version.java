package io.github.bedrockjdbc.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.apache.calcite.avatica.DriverVersion;

/** What the build says of itself. */
final class Version {
  private static final String DRIVER_NAME = "Bedrock batch jobs JDBC driver";
  private static final String PRODUCT_NAME = "Amazon Bedrock batch jobs";

  private Version() {}

  static DriverVersion ofDriver() {
    final String text = text();
    final String[] numbers = text.split("[.-]", 3);
    final int major = Integer.parseInt(numbers[0]);
    final int minor = Integer.parseInt(numbers[1]);
    return new DriverVersion(
        DRIVER_NAME, text, PRODUCT_NAME, text, false, major, minor, major, minor);
  }

  private static String text() {
    final Properties build = new Properties();
    try (InputStream stream = Version.class.getResourceAsStream("version.properties")) {
      build.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return build.getProperty("version");
  }
}
