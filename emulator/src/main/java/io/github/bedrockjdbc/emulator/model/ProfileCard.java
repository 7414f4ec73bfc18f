package io.github.bedrockjdbc.emulator.model;

import java.time.Instant;
import java.util.List;

/**
 * An inference profile as the service lists it.
 *
 * @param description null if it has none
 * @param models ARNs, one for each region
 */
record ProfileCard(
    String arn,
    String id,
    String name,
    String description,
    Instant created,
    Instant updated,
    List<String> models,
    String type) {
  static final String SYSTEM = "SYSTEM_DEFINED";
  static final String APPLICATION = "APPLICATION";
}
