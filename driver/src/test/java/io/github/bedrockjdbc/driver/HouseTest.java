package io.github.bedrockjdbc.driver;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom, what is public, and how large a file is. */
class HouseTest {
  /** JDBC's own interfaces have that many methods, and a bean two for each key. */
  private static final List<String> LARGE_FOR_A_REASON =
      List.of(
          "BedrockConnection.java",
          "BedrockDataSource.java",
          "BedrockMetaData.java",
          "BedrockPreparedStatement.java",
          "BedrockResultSet.java",
          "QueryStatement.java",
          "ReadOnlyResultSet.java");

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.bedrockjdbc.driver");

  @Test
  void theFrontKnowsNeitherSdkNorJsonNorHttp() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "com.fasterxml..", "java.net.http..")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleName("HttpService")
        .check(OURS);
  }

  @Test
  void onlySqlErrorsMakesSqlExceptions() {
    final DescribedPredicate<JavaConstructorCall> ofAnSqlException =
        DescribedPredicate.describe(
            "of an SQLException", call -> call.getTargetOwner().isAssignableTo(SQLException.class));
    noClasses()
        .that()
        .doNotHaveSimpleName("SqlErrors")
        .should()
        .callConstructorWhere(ofAnSqlException)
        .check(OURS);
  }

  @Test
  void publicIsWhatClientsAndGeneratedCodeNeed() {
    assertThat(
            OURS.stream()
                .filter(type -> type.getModifiers().toString().contains("PUBLIC"))
                .map(JavaClass::getSimpleName))
        .containsExactlyInAnyOrder(
            "BedrockDriver",
            "BedrockDataSource",
            "BedrockDataSourceFactory",
            // what Calcite calls by reflection
            "GroupedRowCounts",
            "InferredPredicates",
            // what generated code calls
            "DecimalMath",
            "DoubleMath",
            "IndexedRows",
            "BoundedFunctions",
            "GuardedRows",
            "TextLimit",
            "IntervalMath",
            "NumberTexts",
            "TimeMath",
            "TimeTexts",
            "PadFunctions",
            "SpooledRows",
            "ChosenValues",
            "SplitMethods",
            "PatternFunctions",
            "TextFunctions",
            "TimeFunctions",
            "WholeMath");
  }

  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().should().haveModifier(FINAL).check(OURS);
  }

  @Test
  void namesSayWhatAThingIs() {
    classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)").check(OURS);
  }

  @Test
  void filesAreSmall() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".java"))
                  .filter(file -> lines(file) > 300)
                  .map(file -> file.getFileName().toString()))
          .isSubsetOf(LARGE_FOR_A_REASON);
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
