package io.github.bedrockjdbc.driver;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.calcite.avatica.BuiltInConnectionProperty;
import org.apache.calcite.avatica.ConnectionProperty;
import org.apache.calcite.config.CalciteConnectionProperty;

/** Connection properties of what the driver is built on, none of which is one of its own. */
final class ForeignProperties {
  private ForeignProperties() {}

  static List<String> names() {
    final Set<String> ours = Set.of("user", "password");
    return Stream.<ConnectionProperty[]>of(
            CalciteConnectionProperty.values(), BuiltInConnectionProperty.values())
        .flatMap(Stream::of)
        .map(ConnectionProperty::camelName)
        .filter(name -> !ours.contains(name.toLowerCase(Locale.ROOT)))
        .toList();
  }
}
