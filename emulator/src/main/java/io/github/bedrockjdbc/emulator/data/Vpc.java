package io.github.bedrockjdbc.emulator.data;

import io.github.bedrockjdbc.emulator.json.Members;
import java.util.List;
import java.util.Map;

/**
 * A job's {@code vpcConfig}.
 *
 * @param subnetIds never null
 * @param securityGroupIds never null
 */
public record Vpc(List<String> subnetIds, List<String> securityGroupIds) {
  /** Copies both lists. */
  public Vpc {
    subnetIds = List.copyOf(subnetIds);
    securityGroupIds = List.copyOf(securityGroupIds);
  }

  Map<String, Object> members() {
    return new Members()
        .with("subnetIds", subnetIds)
        .with("securityGroupIds", securityGroupIds)
        .map();
  }
}
