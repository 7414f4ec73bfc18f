package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Maven Central asks for beside each jar is there, and says what it is about. */
class ReleaseIT {
  /** In the folder where a module's build leaves it. */
  private static List<String> entries(String module, String artifact, String classifier) {
    final String file = artifact + "-" + AllJar.version() + classifier + ".jar";
    return AllJar.entries(Path.of(System.getProperty("project.root"), module, "target", file));
  }

  /** Types at the top level, as the paths of files without their ending. */
  private static Set<String> types(List<String> entries, String ending) {
    return entries.stream()
        .filter(name -> name.endsWith(ending) && !name.contains("$"))
        .filter(name -> !name.startsWith("META-INF/") && !name.endsWith("-info" + ending))
        .map(name -> name.substring(0, name.length() - ending.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @CsvSource({
    "adapter, bedrock-jobs-adapter",
    "driver, bedrock-jobs-jdbc",
    "emulator, bedrock-jobs-emulator"
  })
  void sourcesOfEveryClassAreBesideTheJar(String module, String artifact) {
    final Set<String> classes = types(entries(module, artifact, ""), ".class");
    assertThat(classes).isNotEmpty();
    assertThat(types(entries(module, artifact, "-sources"), ".java")).isEqualTo(classes);
  }

  /** Only the release profile attaches it, and copies here what it has attached. */
  @Test
  @EnabledIfSystemProperty(named = "released", matches = ".+")
  void theListOfTheClassesOfTheAllJarIsBesideIt() {
    final String file = "bedrock-jobs-jdbc-" + AllJar.version() + "-classes.lst";
    assertThat(Path.of(System.getProperty("released"), file))
        .hasSameTextualContentAs(AllJar.PATH.resolveSibling(file));
  }

  @Test
  void javadocOfTheDriverIsAboutWhatApplicationsNameAndNothingElse() {
    assertThat(pages("driver", "bedrock-jobs-jdbc"))
        .containsExactly(
            "driver/BedrockDataSource", "driver/BedrockDataSourceFactory", "driver/BedrockDriver");
  }

  @Test
  void javadocOfTheAdapterIsAboutWhatAModelNamesAndNothingElse() {
    assertThat(pages("adapter", "bedrock-jobs-adapter"))
        .containsExactly("adapter/JobsSchemaFactory");
  }

  @Test
  void javadocOfTheEmulatorIsAboutWhatTestsName() {
    assertThat(pages("emulator", "bedrock-jobs-emulator"))
        .contains("emulator/BedrockEmulator", "emulator/behavior/Fault", "emulator/data/Job")
        .noneMatch(page -> page.startsWith("emulator/service/"));
  }

  @Test
  void theChangelogTellsOfThisVersion() throws IOException {
    final Path changelog = Path.of(System.getProperty("project.root"), "CHANGELOG.md");
    assertThat(Files.readString(changelog))
        .contains("\n## [Unreleased]\n")
        .contains("\n## [" + AllJar.version().replace("-SNAPSHOT", "") + "] - ");
  }

  private static Set<String> pages(String module, String artifact) {
    final String root = "io/github/bedrockjdbc/";
    final List<String> entries = entries(module, artifact, "-javadoc");
    assertThat(entries).contains("index.html");
    return types(entries, ".html").stream()
        .filter(page -> page.startsWith(root) && !page.contains("/package-"))
        .map(page -> page.substring(root.length()))
        .filter(page -> !page.contains("/class-use/"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
