package io.github.bedrockjdbc.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseTest {
  private static final int MOST_LINES = 300;

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.bedrockjdbc.spark");

  @Test
  void theDriverIsReachedThroughSparkAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "scala..",
            "org.apache.spark..",
            "org.apache.hadoop.fs..",
            "org.apache.hadoop.conf..",
            "picocli..",
            "io.github.bedrockjdbc.spark")
        .check(OURS);
  }

  @Test
  void namesSayWhatAClassHolds() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)").check(OURS);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void filesAreShort(Path source) throws IOException {
    assertThat(Files.readAllLines(source)).hasSizeLessThanOrEqualTo(MOST_LINES);
  }

  static Stream<Path> sources() throws IOException {
    final Path root = Path.of(System.getProperty("project.root"));
    try (Stream<Path> files = Files.walk(root.resolve("sql-examples/spark/src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    }
  }
}
