package io.github.bedrockjdbc.clients.large;

import io.github.bedrockjdbc.emulator.BedrockEmulator;

/** Where clients connect to. */
final class Service {
  private Service() {}

  /** A URL without credentials, to which {@code ;key=value} can be added. */
  static String url(BedrockEmulator emulator) {
    return "jdbc:bedrock:region=us-east-1;endpoint=" + emulator.endpoint();
  }

  /** A URL with everything that is needed. */
  static String urlWithLogin(BedrockEmulator emulator) {
    return url(emulator)
        + ";user="
        + BedrockEmulator.DEMO_ACCESS_KEY_ID
        + ";password="
        + BedrockEmulator.DEMO_SECRET_ACCESS_KEY;
  }
}
