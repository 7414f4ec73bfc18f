package io.github.bedrockjdbc.adapter.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * The version of this build, which requests, JDBC metadata and the command line all tell from here.
 * It is a resource beside this class, not an entry of a jar's manifest: named modules show none,
 * and an application that repackages the driver replaces the manifest by its own.
 */
public final class BuildVersion {
  private BuildVersion() {}

  /** The version as Maven writes it, such as {@code 0.1.0} or {@code 0.1.0-SNAPSHOT}. */
  public static String text() {
    final Properties build = new Properties();
    try (InputStream stream = BuildVersion.class.getResourceAsStream("version.properties")) {
      build.load(Objects.requireNonNull(stream, "version.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return build.getProperty("version");
  }
}
