package io.github.bedrockjdbc.adapter.testing;

import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.util.Map;
import java.util.TreeMap;

/** Settings that reach an emulator. */
public final class Emulated {
  private Emulated() {}

  public static BedrockEmulator jobs(int count) {
    return BedrockEmulator.builder().jobs(JobFixture.of(count, 7)).start();
  }

  /** Everything that is needed, and more keys and values. */
  public static Map<String, String> settings(BedrockEmulator emulator, String... more) {
    final Map<String, String> settings =
        new TreeMap<>(
            Map.of(
                "region", BedrockEmulator.DEMO_REGION,
                "endpoint", emulator.endpoint(),
                "user", BedrockEmulator.DEMO_ACCESS_KEY_ID,
                "password", BedrockEmulator.DEMO_SECRET_ACCESS_KEY));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  public static Config config(BedrockEmulator emulator, String... more) {
    return Config.of(settings(emulator, more));
  }
}
