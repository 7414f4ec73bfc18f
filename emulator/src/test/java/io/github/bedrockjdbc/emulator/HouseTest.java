package io.github.bedrockjdbc.emulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the module may be made of. */
class HouseTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.bedrockjdbc.emulator");

  private static final Set<String> PUBLIC =
      Set.of(
          "BedrockEmulator",
          "Behavior",
          "Caller",
          "Counters",
          "Fault",
          "Job",
          "JobFixture",
          "JobOrder",
          "Knob",
          "Operation",
          "RateLimit",
          "RecordedRequest",
          "Recording",
          "RequestLog",
          "S3Input",
          "S3Output",
          "Vpc");

  @Test
  void onlyTheJdk() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "javax.crypto..", "io.github.bedrockjdbc.emulator..")
        .check(OURS);
  }

  @Test
  void noCycles() {
    slices().matching("io.github.bedrockjdbc.(*)..").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void namesSayWhatAClassHolds() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?").check(OURS);
  }

  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().and().doNotHaveName("$VALUES").should().beFinal().check(OURS);
  }

  @Test
  void publicIsWhatTestsOfOtherModulesUse() {
    final Set<String> found =
        OURS.stream()
            .filter(type -> type.isTopLevelClass())
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .map(type -> type.getSimpleName())
            .collect(Collectors.toSet());
    assertThat(found).isEqualTo(PUBLIC);
  }

  @Test
  void filesAreShort() throws IOException {
    try (Stream<Path> files =
        Files.walk(Path.of(System.getProperty("project.root"), "emulator", "src"))) {
      final List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).hasSizeGreaterThan(30);
      assertThat(sources)
          .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(300));
    }
  }
}
