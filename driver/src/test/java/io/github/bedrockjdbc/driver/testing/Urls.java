package io.github.bedrockjdbc.driver.testing;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.JobFixture;

/** How tests reach an emulator. */
public final class Urls {
  private Urls() {}

  /** A URL with everything that is needed, to which {@code ;key=value} can be added. */
  public static String of(BedrockEmulator emulator) {
    return "jdbc:bedrock:region=us-east-1;endpoint="
        + emulator.endpoint()
        + ";user="
        + BedrockEmulator.DEMO_ACCESS_KEY_ID
        + ";password="
        + BedrockEmulator.DEMO_SECRET_ACCESS_KEY;
  }

  public static BedrockEmulator emulatorWith(int jobs) {
    return BedrockEmulator.builder().jobs(JobFixture.of(jobs, 7)).start();
  }
}
