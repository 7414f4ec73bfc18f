package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table in {@code docs/clients} tells the versions that are run. */
class ClientsPageIT {
  private static final Path ROOT = Path.of(System.getProperty("project.root"));

  @ParameterizedTest
  @CsvSource({
    "HikariCP,hikari",
    "Commons DBCP,dbcp2",
    "c3p0,c3p0",
    "Tomcat JDBC,tomcat",
    "Tomcat,tomcat",
    "Agroal,agroal",
    "p6spy,p6spy",
    "OpenTelemetry,opentelemetry.jdbc",
    "MyBatis,mybatis",
    "Jdbi,jdbi",
    "jOOQ,jooq",
    "Hibernate,hibernate",
    "EclipseLink,eclipselink",
    "Spring JDBC,spring",
    "Spring Data JDBC,spring-data-jdbc",
    "Spring Batch,spring-batch",
    "H2,h2",
    "Calcite,calcite",
    "Spark,spark",
    "Arrow,arrow",
    "Beam,beam",
    "Camel,camel",
    "sqlline,sqlline",
    "SchemaCrawler,schemacrawler",
    "Derby's ij,derby",
    "Liquibase,liquibase",
    "JasperReports,jasperreports"
  })
  void versionsAreThoseOfTheBuild(String client, String property) throws Exception {
    final Matcher version =
        Pattern.compile("<version\\." + Pattern.quote(property) + ">([^<]+)<")
            .matcher(Files.readString(ROOT.resolve("pom.xml")));
    assertThat(version.find()).isTrue();
    assertThat(Files.readString(ROOT.resolve("docs/clients/README.md")))
        .containsPattern(
            "[|,] "
                + Pattern.quote(client + " " + version.group(1).replace(".Final", ""))
                + "[ ,:]");
  }
}
