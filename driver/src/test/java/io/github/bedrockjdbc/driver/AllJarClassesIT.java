package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which classes the jar loads. */
class AllJarClassesIT {
  private static final String OURS = "io.github.bedrockjdbc.";

  /** What a first statement that the scan answers alone has no use for, at a plain endpoint. */
  private static final List<String> NEEDLESS =
      List.of(
          "sun.security.ssl.SSLContextImpl",
          "sun.security.x509.",
          OURS + "shaded.org.codehaus.janino.",
          OURS + "shaded.org.apache.calcite.adapter.enumerable.RexImpTable",
          OURS + "shaded.org.apache.calcite.rel.rules.CoreRules",
          OURS + "driver.plan.FullPlanner");

  @Test
  void aSimpleStatementLoadsNothingThatItDoesNotNeed(@TempDir Path folder) throws Exception {
    assertThat(new AllJar(folder).loaded(List.of()))
        .filteredOn(line -> NEEDLESS.stream().anyMatch(name -> line.contains(" " + name)))
        .isEmpty();
  }
}
