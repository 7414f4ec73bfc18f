package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DriverManager;
import liquibase.CatalogAndSchema;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.structure.core.PrimaryKey;
import liquibase.structure.core.Table;
import org.junit.jupiter.api.Test;

/** Liquibase reads what tables there are. */
class LiquibaseIT {
  @Test
  void aSnapshotHasTheTableAndItsKey() throws Exception {
    try (BedrockEmulator emulator = BedrockEmulator.demo();
        Connection connection = DriverManager.getConnection(emulator.jdbcUrlWithLogin());
        Database database =
            DatabaseFactory.getInstance()
                .findCorrectDatabaseImplementation(new JdbcConnection(connection))) {
      final DatabaseSnapshot snapshot =
          SnapshotGeneratorFactory.getInstance()
              .createSnapshot(
                  new CatalogAndSchema(null, "bedrock"), database, new SnapshotControl(database));
      assertThat(snapshot.get(Table.class)).extracting(Table::getName).contains("jobs");
      assertThat(snapshot.get(PrimaryKey.class))
          .filteredOn(key -> key.getTable().getName().equals("jobs"))
          .singleElement()
          .satisfies(key -> assertThat(key.getColumnNames()).isEqualTo("job_arn"));
      assertThat(emulator.log().requests()).isEmpty();
    }
  }
}
