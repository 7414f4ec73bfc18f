package io.github.bedrockjdbc.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import io.github.bedrockjdbc.house.House;
import io.github.bedrockjdbc.house.HouseRules;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HouseTest implements HouseRules {
  private static final House HOUSE = House.of("io.github.bedrockjdbc.spark");

  @Override
  public House house() {
    return HOUSE;
  }

  @Override
  public Map<String, Set<String>> rooms() {
    return Map.of("", Set.of());
  }

  /** What spark-submit starts. */
  @Override
  public Set<String> publicForOthers() {
    return Set.of("ExportJobs");
  }

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
        .check(HOUSE.classes());
  }
}
