package io.github.bedrockjdbc.driver.testing;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How tests reach an emulator. */
public final class Urls {
  private Urls() {}

  /** A URL with everything that is needed, to which {@code ;key=value} can be added. */
  public static String of(BedrockEmulator emulator) {
    return emulator.jdbcUrlWithLogin();
  }

  /** For a field, which must not throw what is checked. */
  public static Connection connect(BedrockEmulator emulator) {
    return connect(emulator, "");
  }

  /**
   * As {@link #connect(BedrockEmulator)}, with more settings.
   *
   * @param more as {@code ;key=value}
   */
  public static Connection connect(BedrockEmulator emulator, String more) {
    try {
      return DriverManager.getConnection(of(emulator) + more);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  public static BedrockEmulator emulatorWith(int jobs) {
    return BedrockEmulator.builder().jobs(JobFixture.of(jobs, 7)).start();
  }
}
