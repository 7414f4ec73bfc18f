package io.github.bedrockjdbc.adapter;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom, what is public, and how large a file is. */
class HouseTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.bedrockjdbc.adapter");

  @Test
  void apiKnowsNothingOfCalciteOrSql() {
    noClasses()
        .that()
        .resideInAPackage("..adapter.api..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.calcite..", "java.sql..", "io.github.bedrockjdbc.adapter")
        .check(OURS);
  }

  @Test
  void adapterKnowsNothingOfHttpTheSdkOrJdbc() {
    noClasses()
        .that()
        .resideInAPackage("io.github.bedrockjdbc.adapter")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net.http..", "software.amazon..", "java.sql..", "io.github.bedrockjdbc.driver..")
        .check(OURS);
  }

  @Test
  void onlySignerAndCredentialsSeeSigningAndAuth() {
    noClasses()
        .that()
        .haveNameNotMatching(
            ".*\\.(Signer|Credentials|Credential(Source|Chain|Process)|Renewals|ProfileSource|AssumedRole"
                + "|ConsoleLogin)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "software.amazon.awssdk.auth..",
            "software.amazon.awssdk.http..",
            "software.amazon.awssdk.identity..")
        .check(OURS);
  }

  @Test
  void packagesHaveNoCycle() {
    slices().matching("io.github.bedrockjdbc.(**)").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void publicIsWhatOthersNeed() {
    assertThat(
            OURS.stream()
                .filter(type -> type.getModifiers().toString().contains("PUBLIC"))
                .filter(type -> type.getEnclosingClass().isEmpty())
                .map(type -> type.getSimpleName()))
        .containsExactlyInAnyOrder(
            "Config",
            "ConfigException",
            "Engine",
            "InformationSchema",
            "JobColumn",
            "JobsRules",
            "JobsSchema",
            "JobsSchemaFactory",
            "MessageUse",
            "Nearest",
            "PlanStep",
            "PlanText",
            "Property",
            "RowScan",
            "TableColumn",
            "TableDescription",
            "UnusedColumns",
            "TextPattern",
            "ApiCall",
            "ApiException",
            "ApiSettings",
            "CallLog",
            "Caller",
            "Cancellation",
            "CredentialSettings",
            "Daemons",
            "Execution",
            "HttpService",
            "JobReader",
            "JobStatus",
            "JobsApi",
            "ListRequest",
            "Page",
            "PlainText",
            "Regions",
            "RequestParameter");
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
      final List<String> large =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> lines(file) > 300)
              .map(file -> file.getFileName().toString())
              .toList();
      assertThat(large).isEmpty();
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
