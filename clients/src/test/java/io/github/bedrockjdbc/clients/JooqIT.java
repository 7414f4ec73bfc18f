package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** SQL that jOOQ writes. */
class JooqIT {
  private static final Table<Record> JOBS = table(name("bedrock", "jobs"));
  private static final Field<String> ID = field(name("job_id"), String.class);
  private static final Field<String> STATUS = field(name("status"), String.class);
  private static final Field<LocalDateTime> SUBMITTED =
      field(name("submit_time"), LocalDateTime.class);

  @Test
  void limitsAndTimesAreParameters() throws SQLException {
    try (BedrockEmulator emulator = BedrockEmulator.demo();
        Connection connection = DriverManager.getConnection(emulator.jdbcUrlWithLogin())) {
      final DSLContext jooq =
          DSL.using(connection, SQLDialect.DEFAULT, new Settings().withFetchWarnings(true));
      final Result<?> newest =
          jooq.select(ID, SUBMITTED)
              .from(JOBS)
              .where(STATUS.eq("Failed"))
              .orderBy(SUBMITTED.desc())
              .limit(2)
              .fetch();
      assertThat(newest).hasSize(2);
      assertThat(emulator.log().lines())
          .singleElement()
          .asString()
          .matches(
              "GET /model-invocation-jobs maxResults=[0-9]{1,2} sortBy=CreationTime"
                  + " sortOrder=Descending statusEquals=Failed");
      final LocalDateTime second = newest.get(1).get(SUBMITTED);
      assertThat(
              jooq.select(ID)
                  .from(JOBS)
                  .where(STATUS.eq("Failed").and(SUBMITTED.ge(second)))
                  .orderBy(SUBMITTED.desc())
                  .limit(10)
                  .offset(1)
                  .fetch(ID))
          .containsExactly(newest.get(1).get(ID));
      assertThat(jooq.fetchCount(JOBS)).isEqualTo(BedrockEmulator.DEMO_JOBS);
    }
  }
}
