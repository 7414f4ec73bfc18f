package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.house.ApplicationRules;
import io.github.bedrockjdbc.house.House;
import java.util.Map;
import java.util.Set;

class HouseTest implements ApplicationRules {
  private static final House HOUSE = House.of("io.github.bedrockjdbc.examples");

  @Override
  public House house() {
    return HOUSE;
  }

  @Override
  public Map<String, Set<String>> rooms() {
    return Map.of(
        "", Set.of("age", "output", "price", "script", "terminal"),
        "age", Set.of(),
        "output", Set.of(),
        "price", Set.of(),
        "script", Set.of(),
        "terminal", Set.of("output", "script"));
  }

  /** What the shell script starts. */
  @Override
  public Set<String> publicForOthers() {
    return Set.of("Examples");
  }
}
