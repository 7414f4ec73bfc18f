package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** In the jar, too, no property of what it is built on can be reached: some load classes. */
class AllJarPropertiesIT {
  @Test
  void propertiesOfCalciteAndAvaticaAreUnknown() throws Exception {
    final ClassLoader parent = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {AllJar.PATH.toUri().toURL()}, parent)) {
      final Driver driver =
          loader
              .loadClass(BedrockDriver.class.getName())
              .asSubclass(Driver.class)
              .getDeclaredConstructor()
              .newInstance();
      for (String key : ForeignProperties.names()) {
        assertThatThrownBy(() -> driver.connect("jdbc:bedrock:" + key + "=x", null))
            .as(key)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("Unknown key '" + key + "'");
        assertIgnored(driver, key);
      }
    }
  }

  private static void assertIgnored(Driver driver, String key) throws SQLException {
    final Properties properties = new Properties();
    properties.setProperty(key, "io.github.bedrockjdbc.NoSuchClass");
    try (Connection connection = driver.connect("jdbc:bedrock:", properties)) {
      assertThat(connection.getWarnings().getMessage()).as(key).contains("'" + key + "'");
    } catch (SQLException e) {
      assertThat(e.getMessage()).as(key).contains("Unknown key '" + key + "'");
    }
  }
}
