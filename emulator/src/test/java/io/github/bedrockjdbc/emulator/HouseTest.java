package io.github.bedrockjdbc.emulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.util.Map.entry;

import io.github.bedrockjdbc.house.House;
import io.github.bedrockjdbc.house.HouseRules;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which rooms there are, who may know whom, and what is public. */
class HouseTest implements HouseRules {
  private static final House HOUSE = House.of("io.github.bedrockjdbc.emulator");

  @Override
  public House house() {
    return HOUSE;
  }

  @Override
  public Map<String, Set<String>> rooms() {
    return Map.ofEntries(
        entry("", Set.of("auth", "behavior", "data", "http", "server", "service", "world")),
        entry("server", Set.of("auth", "behavior", "http", "service")),
        entry(
            "service",
            Set.of(
                "auth",
                "behavior",
                "data",
                "http",
                "json",
                "model",
                "query",
                "storage",
                "tagging",
                "world")),
        entry("model", Set.of("behavior", "data", "http", "json", "query")),
        entry("storage", Set.of("behavior", "data", "http", "json", "world")),
        entry("tagging", Set.of("behavior", "data", "http", "json", "query", "world")),
        entry("query", Set.of("behavior", "data", "http", "json")),
        entry("world", Set.of("behavior", "data")),
        entry("auth", Set.of("data", "http")),
        entry("behavior", Set.of("data")),
        entry("http", Set.of("data", "json")),
        entry("data", Set.of("json")),
        entry("json", Set.of()));
  }

  @Override
  public Set<String> publicForOthers() {
    return Set.of(
        // what tests of other modules use
        "BedrockEmulator",
        "EmulatorBuilder",
        "JobBuilder",
        "S3Input",
        "Vpc",
        // what a method gives whose result is used unnamed
        "FaultQueue",
        "Gauge");
  }

  @Test
  void onlyTheJdk() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "javax.crypto..", "javax.net..", "io.github.bedrockjdbc.emulator..")
        .check(HOUSE.classes());
  }
}
