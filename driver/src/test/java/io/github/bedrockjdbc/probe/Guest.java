package io.github.bedrockjdbc.probe;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;

/** What an application server or a SQL client loads beside the jar, in a class loader for both. */
public final class Guest implements Function<String[], String> {
  /** For the class loader. */
  public Guest() {}

  /** Uses the driver both ways, and deregisters it as one that is unloaded has to. */
  @Override
  public String apply(String[] arguments) {
    try {
      final Class<?> type = Class.forName("io.github.bedrockjdbc.driver.BedrockDriver");
      final List<String> results = new ArrayList<>();
      try (Connection connection = DriverManager.getConnection(arguments[0])) {
        for (int i = 1; i < arguments.length; i++) {
          results.add(Probe.result(connection, arguments[i]));
        }
      }
      final Driver own = (Driver) type.getDeclaredConstructor().newInstance();
      try (Connection connection = own.connect(arguments[0], new Properties())) {
        results.add(Probe.result(connection, arguments[1]));
      }
      DriverManager.deregisterDriver(DriverManager.getDriver(arguments[0]));
      return String.join("\n", results);
    } catch (SQLException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
