package io.github.bedrockjdbc.benchmarks;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The emulator in a JVM of its own: no heap and no compiler is shared with who asks it. */
final class Service implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("https?://127\\.0\\.0\\.1:\\d+");

  private final Process process;
  private final String endpoint;

  /**
   * Starts it.
   *
   * @param arguments as of the emulator's command line
   */
  Service(String... arguments) throws IOException {
    final List<String> command =
        new ArrayList<>(
            List.of(
                java(),
                "-classpath",
                System.getProperty("java.class.path"),
                BedrockEmulator.class.getName(),
                "--port",
                "0",
                // One place, where nothing happens meanwhile.
                "--account",
                "dev",
                "--region",
                BedrockEmulator.DEMO_REGION,
                "--as-of",
                "2026-11-01T00:00:00Z"));
    command.addAll(List.of(arguments));
    this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
    final BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    final Matcher address = ADDRESS.matcher(String.valueOf(out.readLine()));
    if (!address.find()) {
      close();
      throw new IOException("the emulator does not start: " + address);
    }
    this.endpoint = address.group();
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  URI endpoint() {
    return URI.create(endpoint);
  }

  /** For the driver. */
  String url() {
    return "jdbc:bedrock:region="
        + BedrockEmulator.DEMO_REGION
        + ";endpoint="
        + endpoint
        + ";user="
        + BedrockEmulator.DEMO_ACCESS_KEY_ID
        + ";password="
        + BedrockEmulator.DEMO_SECRET_ACCESS_KEY;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
