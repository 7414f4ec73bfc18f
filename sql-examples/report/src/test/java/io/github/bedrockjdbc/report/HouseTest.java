package io.github.bedrockjdbc.report;

import io.github.bedrockjdbc.house.ApplicationRules;
import io.github.bedrockjdbc.house.House;
import java.util.Map;
import java.util.Set;

class HouseTest implements ApplicationRules {
  private static final House HOUSE = House.of("io.github.bedrockjdbc.report");

  @Override
  public House house() {
    return HOUSE;
  }

  @Override
  public Map<String, Set<String>> rooms() {
    return Map.of("", Set.of());
  }

  @Override
  public Set<String> publicForOthers() {
    return Set.of(
        // what the shell script starts
        "Report",
        // what the template names
        "DailyBars",
        "Figures",
        "ReasonBars");
  }
}
