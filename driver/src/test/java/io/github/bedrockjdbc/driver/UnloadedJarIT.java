package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.probe.Unloading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar, loaded and unloaded by an application that goes on. */
class UnloadedJarIT {
  @TempDir Path folder;

  /** Soft references are cleared at once, as they would be when memory is short. */
  @ParameterizedTest
  @MethodSource("io.github.bedrockjdbc.driver.JavaHomes#all")
  void leavesNothingBehindWhenItIsUnloaded(Path javaHome) throws Exception {
    final AllJar jar = new AllJar(folder, javaHome);
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      final List<String> arguments = new ArrayList<>();
      arguments.add(AllJar.PATH.toUri().toString());
      arguments.add(jar.probes().toUri().toString());
      arguments.addAll(List.of(AllJar.with(emulator, AllJar.FEW)));
      final List<String> lines =
          jar.run(
              Unloading.class,
              List.of("-XX:SoftRefLRUPolicyMSPerMB=0", "-cp", jar.probes().toString()),
              arguments.toArray(new String[0]));

      final int results = AllJar.FEW.length + 1;
      assertThat(lines).hasSize(2 * results + 2);
      AllJar.assertFew(lines.subList(0, results - 1));
      AllJar.assertFew(lines.subList(results, 2 * results - 1));
      assertThat(lines.subList(2 * results, lines.size())).containsExactly("unloaded", "unloaded");
    }
  }
}
