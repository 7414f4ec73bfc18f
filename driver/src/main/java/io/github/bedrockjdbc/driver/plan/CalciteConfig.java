package io.github.bedrockjdbc.driver.plan;

import java.util.Properties;
import org.apache.calcite.config.CalciteConnectionConfig;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;

/**
 * What Calcite's parts ask a connection for: names match without regard to case, clocks are UTC.
 */
final class CalciteConfig {
  private CalciteConfig() {}

  static CalciteConnectionConfig config() {
    final Properties properties = new Properties();
    properties.setProperty(CalciteConnectionProperty.CASE_SENSITIVE.camelName(), "false");
    properties.setProperty(CalciteConnectionProperty.TIME_ZONE.camelName(), "UTC");
    return new CalciteConnectionConfigImpl(properties);
  }
}
