package io.github.bedrockjdbc.adapter.testing;

import com.fasterxml.jackson.core.JsonParser;
import io.github.bedrockjdbc.adapter.api.CallLog;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.CredentialSettings;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.http.HttpService;
import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Settings that reach an emulator. */
public final class Emulated {
  private static final Map<String, String> DEMO =
      Map.of(
          "user", BedrockEmulator.DEMO_ACCESS_KEY_ID,
          "password", BedrockEmulator.DEMO_SECRET_ACCESS_KEY);

  private Emulated() {}

  public static BedrockEmulator jobs(int count) {
    return BedrockEmulator.builder().jobs(JobFixture.of(count, 7)).start();
  }

  /** Everything that is needed, and more keys and values. */
  public static Map<String, String> settings(BedrockEmulator emulator, String... more) {
    final Map<String, String> settings = new TreeMap<>(DEMO);
    settings.put("endpoint", emulator.endpoint());
    settings.put("region", BedrockEmulator.DEMO_REGION);
    settings.putAll(map(more));
    return settings;
  }

  private static Map<String, String> map(String... keysAndValues) {
    final Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  public static Config config(BedrockEmulator emulator, String... more) {
    return Config.of(settings(emulator, more));
  }

  /** The way to an emulator. */
  public static HttpService service(BedrockEmulator emulator, String... more) {
    return service(config(emulator, more), Map.of());
  }

  /** The way to where an endpoint is said to be, with one attempt. */
  public static HttpService service(String endpoint, Map<String, String> environment) {
    return service(
        Config.of(map("endpoint", endpoint, "allowInsecureEndpoint", "true", "maxAttempts", "1")),
        environment);
  }

  /** The way to where settings and the environment say. */
  public static HttpService service(Config config, Map<String, String> environment) {
    return new HttpService(config.apiSettings(), "test", environment, new CallLog());
  }

  /** Credentials that every emulator knows. */
  public static CredentialSettings demo() {
    return Config.of(DEMO).accounts().get(0);
  }

  /** Credentials as these keys and values give them; an empty value gives none. */
  public static CredentialSettings account(String... keysAndValues) {
    return Config.of(map(keysAndValues)).accounts().get(0);
  }

  /** How many jobs the first page of a demonstration's region has. */
  public static int listed(HttpService service) {
    return service
        .source(Optional.of(BedrockEmulator.DEMO_REGION), demo())
        .list(
            ListRequest.EVERYTHING,
            JsonParser::skipChildren,
            new Execution(Cancellation.unlimited(), Long.MAX_VALUE))
        .rows()
        .size();
  }
}
