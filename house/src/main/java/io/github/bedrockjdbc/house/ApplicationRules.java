package io.github.bedrockjdbc.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/** The rules for programs over the driver: they know {@code java.sql} and a URL. */
public interface ApplicationRules extends HouseRules {
  @Test
  default void theDriverIsReachedThroughJdbcAlone() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.github.bedrockjdbc.adapter..",
            "io.github.bedrockjdbc.driver..",
            "org.apache.calcite..",
            "software.amazon..")
        .check(house().classes());
  }
}
