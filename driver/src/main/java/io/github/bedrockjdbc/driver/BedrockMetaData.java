package io.github.bedrockjdbc.driver;

import org.apache.calcite.avatica.AvaticaDatabaseMetaData;

/** What the database is and has. Never calls the service. */
final class BedrockMetaData extends AvaticaDatabaseMetaData {
  /** Avatica makes it while the connection is being made: it must not ask the connection yet. */
  BedrockMetaData(BedrockConnection connection) {
    super(connection);
  }
}
