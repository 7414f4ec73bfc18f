package io.github.bedrockjdbc.adapter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import io.github.bedrockjdbc.house.House;
import io.github.bedrockjdbc.house.HouseRules;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which rooms there are, who may know whom, and what is public. */
class HouseTest implements HouseRules {
  private static final House HOUSE = House.of("io.github.bedrockjdbc.adapter");

  @Override
  public House house() {
    return HOUSE;
  }

  @Override
  public Map<String, Set<String>> rooms() {
    return Map.ofEntries(
        entry("", Set.of("config", "engine", "listing", "plan", "system", "table")),
        entry(
            "plan",
            Set.of(
                "api",
                "config",
                "constraint",
                "detail",
                "detail.plan",
                "engine",
                "kept",
                "listing",
                "node",
                "predicate",
                "pushdown",
                "table",
                "walk")),
        entry("system", Set.of("api", "config", "constraint", "engine", "kept", "table")),
        entry(
            "walk",
            Set.of(
                "api",
                "config",
                "constraint",
                "engine",
                "kept",
                "predicate",
                "pushdown",
                "row",
                "table")),
        entry("kept", Set.of("api", "row", "table")),
        entry("listing", Set.of("api", "constraint", "engine", "kept", "node", "table")),
        entry("detail.plan", Set.of("api", "detail", "engine", "node", "row", "table")),
        entry("node", Set.of()),
        entry("detail", Set.of("api", "config", "engine", "kept", "row", "table")),
        entry("engine", Set.of("api", "api.http", "config", "constraint", "kept", "table")),
        entry("row", Set.of("api", "pushdown", "table")),
        entry("pushdown", Set.of("api", "config", "constraint", "predicate", "table")),
        entry("predicate", Set.of("api", "constraint", "table")),
        entry("constraint", Set.of("api")),
        entry("api.http", Set.of("api", "api.auth", "api.endpoint", "api.transport")),
        entry("api.transport", Set.of("api")),
        entry("api.endpoint", Set.of("api", "api.auth")),
        entry("config", Set.of("api", "api.auth")),
        entry("api.auth", Set.of("api")),
        entry("api", Set.of()),
        entry("table", Set.of()));
  }

  /** A table of settings has a row for each. */
  @Override
  public Set<String> longForAReason() {
    return Set.of("Property.java");
  }

  @Override
  public Set<String> publicForOthers() {
    return Set.of(
        // what a Calcite model file names
        "JobsSchemaFactory",
        // what the driver uses
        "ConfigException",
        "InformationSchema",
        "KeyJoins",
        "JobsRules",
        "JobsSchema",
        "MessageUse",
        "PlanText",
        "TextPattern",
        "UnusedColumns",
        // what a method gives whose result is used unnamed
        "ManifestCache",
        "MessageCache",
        "Warning");
  }

  @Test
  void apiKnowsNothingOfCalciteOrSql() {
    noClasses()
        .that()
        .resideInAPackage("..adapter.api..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.calcite..", "java.sql..")
        .check(HOUSE.classes());
  }

  @Test
  void theRestKnowsNothingOfHttpTheSdkOrJdbc() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..adapter.api..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.hc..", "software.amazon..", "java.sql..", "io.github.bedrockjdbc.driver..")
        .check(HOUSE.classes());
  }

  @Test
  void onlyCredentialsAndTheSignerSeeSigningAndAuth() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..api.auth")
        .and()
        .haveNameNotMatching(".*\\.(Signer|Signatures)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "software.amazon.awssdk.auth..",
            "software.amazon.awssdk.http..",
            "software.amazon.awssdk.identity..")
        .check(HOUSE.classes());
  }

  @Test
  void pushdownAndRowsStartNoThread() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..adapter.constraint", "..adapter.predicate", "..adapter.pushdown", "..adapter.row")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(java.util.concurrent.Executor.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .check(HOUSE.classes());
  }
}
