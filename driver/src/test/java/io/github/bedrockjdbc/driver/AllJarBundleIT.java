package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.probe.Bundles;
import io.github.bedrockjdbc.probe.Guest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.launch.Framework;

/** The jar as a bundle in an OSGi framework, and what its headers say. */
class AllJarBundleIT {
  @TempDir Path folder;

  static String header(String name) throws IOException {
    try (JarFile jar = new JarFile(AllJar.PATH.toFile())) {
      return jar.getManifest().getMainAttributes().getValue(name);
    }
  }

  @Test
  void headersTellNameVersionAndPackages() throws IOException {
    assertThat(header("Bundle-ManifestVersion")).isEqualTo("2");
    assertThat(header("Bundle-SymbolicName")).isEqualTo("io.github.bedrockjdbc.driver");
    assertThat(header("Bundle-Version")).isEqualTo(version());
    assertThat(header("Export-Package"))
        .isEqualTo("io.github.bedrockjdbc.driver;version=\"" + version() + "\"");
    assertThat(header("Require-Capability")).contains("(osgi.ee=JavaSE)(version=17)");
  }

  /** As OSGi writes it. */
  private static String version() {
    return AllJar.version().replace('-', '.');
  }

  @ParameterizedTest
  @MethodSource("io.github.bedrockjdbc.driver.JavaHomes#all")
  void servesABundleThatImportsIt(Path javaHome) throws Exception {
    final AllJar jar = new AllJar(folder, javaHome);
    final Path framework =
        Path.of(Framework.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      final List<String> options = new ArrayList<>();
      if (JavaHomes.feature(javaHome).orElseThrow() >= 23) {
        options.add("--sun-misc-unsafe-memory-access=allow"); // or the JVM warns of the framework
      }
      options.addAll(AllJar.classPath(List.of(framework, jar.probes())));
      final List<String> arguments = new ArrayList<>();
      arguments.add(folder.resolve("cache").toString());
      arguments.add(AllJar.PATH.toString());
      arguments.add(guest(jar.probes()).toString());
      arguments.add(Urls.of(emulator));
      arguments.addAll(List.of(AllJar.FEW));
      final List<String> lines = jar.run(Bundles.class, options, arguments.toArray(new String[0]));
      assertThat(lines.get(0)).isEqualTo("io.github.bedrockjdbc.driver " + version());
      AllJar.assertFew(lines.subList(1, 1 + AllJar.FEW.length));
      AllJar.assertTellsItsVersion(emulator);
    }
  }

  /** A bundle of the guest's classes. */
  private Path guest(Path classes) throws IOException {
    final Manifest manifest = new Manifest();
    final Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "guest");
    headers.putValue("Import-Package", "io.github.bedrockjdbc.driver");
    final Path bundle = folder.resolve("guest.jar");
    final String names = Guest.class.getPackageName().replace('.', '/') + "/";
    try (OutputStream file = Files.newOutputStream(bundle);
        JarOutputStream jar = new JarOutputStream(file, manifest)) {
      for (String name : List.of("Guest.class", "Probe.class")) {
        jar.putNextEntry(new JarEntry(names + name));
        Files.copy(classes.resolve(names).resolve(name), jar);
      }
    }
    return bundle;
  }
}
