package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.probe.Probe;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar on the module path, and what its descriptor says. */
class AllJarModuleIT {
  private static final String SERVICES = "META-INF/services/";

  @TempDir Path folder;

  private final ModuleDescriptor module =
      ModuleFinder.of(AllJar.PATH).findAll().iterator().next().descriptor();

  @Test
  void isAModuleThatShowsTheDriver() {
    assertThat(module.name()).isEqualTo("io.github.bedrockjdbc.driver");
    assertThat(module.isAutomatic()).isFalse();
    assertThat(module.exports().stream().map(ModuleDescriptor.Exports::source))
        .containsExactly("io.github.bedrockjdbc.driver");
  }

  /** A module's services are those of its descriptor: files in META-INF do not count there. */
  @Test
  void providesEveryServiceThatTheClassPathWouldFind() {
    final TreeMap<String, Set<String>> onClassPath = new TreeMap<>();
    for (String entry : AllJar.entries(AllJar.PATH)) {
      if (entry.startsWith(SERVICES)) {
        onClassPath.put(
            entry.substring(SERVICES.length()),
            AllJar.text(entry)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toSet()));
      }
    }
    final TreeMap<String, Set<String>> inModule = new TreeMap<>();
    module.provides().forEach(p -> inModule.put(p.service(), Set.copyOf(p.providers())));
    assertThat(inModule).isEqualTo(onClassPath);
    assertThat(module.uses()).containsAll(usedServices(onClassPath.keySet()));
  }

  /** The driver is for others, and parsers are found by their users. */
  private static List<String> usedServices(Set<String> provided) {
    return provided.stream()
        .filter(name -> !name.equals("java.sql.Driver"))
        .filter(name -> !name.matches(".*\\.jackson\\.core\\.\\w+"))
        .toList();
  }

  /** The program requires java.sql and nothing else: the driver is found as its provider. */
  @ParameterizedTest
  @MethodSource("io.github.bedrockjdbc.driver.JavaHomes#all")
  void servesAModularProgramThatKnowsOnlyJdbc(Path javaHome) throws Exception {
    final AllJar jar = new AllJar(folder, javaHome);
    describe(jar.probes(), "requires java.sql;");
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      final List<String> options = new ArrayList<>(AllJar.QUICK);
      options.addAll(List.of("-p", AllJar.PATH + File.pathSeparator + jar.probes(), "-m"));
      final List<String> arguments = new ArrayList<>(List.of(Urls.of(emulator)));
      arguments.addAll(List.of(AllJar.FEW));
      final List<String> lines =
          jar.run("guest/" + Probe.class.getName(), options, arguments.toArray(new String[0]));
      AllJar.assertFew(lines);
      AllJar.assertTellsItsVersion(emulator);
    }
  }

  /** Makes a folder of classes a module. */
  private static void describe(Path classes, String directives) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(each -> each.endsWith("Bundles.class")).toList()) {
        Files.delete(file); // which needs more than JDBC
      }
    }
    final Path source =
        Files.writeString(
            classes.resolveSibling("module-info.java"), "module guest { " + directives + " }");
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(
                    null,
                    null,
                    null,
                    "--release",
                    "17",
                    "-d",
                    classes.toString(),
                    source.toString()))
        .isZero();
  }
}
