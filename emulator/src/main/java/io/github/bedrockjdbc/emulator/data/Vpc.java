package io.github.bedrockjdbc.emulator.data;

import java.util.List;

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
}
