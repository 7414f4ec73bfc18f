package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Spring's {@code JdbcTemplate}; the tests run in a zone with daylight saving. */
class SpringIT {
  private static final String TIMES =
      "SELECT submit_time FROM jobs ORDER BY submit_time DESC, job_arn LIMIT 1";

  private BedrockEmulator emulator;
  private JdbcTemplate jdbc;

  /** A row. */
  record Job(String jobId, LocalDateTime submitTime, Long totalRecords, Integer timeoutHours) {}

  @BeforeEach
  void start() {
    emulator = BedrockEmulator.demo();
    jdbc =
        new JdbcTemplate(
            new DriverManagerDataSource(
                emulator.jdbcUrl() + ";maxAttempts=1",
                BedrockEmulator.DEMO_ACCESS_KEY_ID,
                BedrockEmulator.DEMO_SECRET_ACCESS_KEY));
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void timesGoInAndOutAsTheyAre() {
    final LocalDateTime newest = jdbc.queryForObject(TIMES, LocalDateTime.class);
    final Instant instant = jdbc.queryForObject(TIMES, Instant.class);
    assertThat(newest).isNotNull();
    assertThat(instant).isEqualTo(newest.toInstant(ZoneOffset.UTC));
    final String count = "SELECT COUNT(*) FROM jobs WHERE submit_time >= ?";
    for (Object time : List.of(newest, instant, newest.atOffset(ZoneOffset.ofHours(5)))) {
      final Object same =
          time instanceof java.time.OffsetDateTime ? instant.atOffset(ZoneOffset.ofHours(5)) : time;
      assertThat(jdbc.queryForObject(count, Long.class, same)).isEqualTo(1);
    }
    assertThat(jdbc.queryForObject(count, Long.class, newest.plusNanos(1_000_000))).isZero();
  }

  @Test
  void rowsBecomeRecords() {
    final List<Job> jobs =
        jdbc.query(
            "SELECT job_id, submit_time, total_records, timeout_hours FROM jobs WHERE status = ?"
                + " ORDER BY submit_time DESC LIMIT ?",
            new DataClassRowMapper<>(Job.class),
            "Failed",
            5);
    assertThat(jobs).hasSize(5).allMatch(job -> job.jobId() != null && job.submitTime() != null);
    assertThat(
            JdbcClient.create(jdbc)
                .sql("SELECT job_id FROM jobs WHERE job_id = :id")
                .param("id", jobs.get(0).jobId())
                .query(String.class)
                .list())
        .containsExactly(jobs.get(0).jobId());
  }

  @Test
  void mapsListsAndNulls() {
    final Map<String, Object> row =
        jdbc.queryForMap(
            "SELECT status, COUNT(*) AS n FROM jobs WHERE status = 'Failed' GROUP BY 1");
    assertThat(row.get("STATUS")).isEqualTo("Failed");
    assertThat(row.get("n")).isInstanceOf(Long.class);
    assertThat(
            new NamedParameterJdbcTemplate(jdbc)
                .queryForObject(
                    "SELECT COUNT(*) FROM jobs WHERE status IN (:statuses)",
                    Map.of("statuses", List.of("Failed", "Stopped")),
                    Long.class))
        .isPositive();
    assertThat(
            jdbc.queryForList(
                "SELECT job_id FROM jobs WHERE status = ?",
                new Object[] {null},
                new int[] {Types.VARCHAR}))
        .isEmpty();
  }

  @Test
  void maxRowsReachTheService() {
    jdbc.setMaxRows(2);
    jdbc.setFetchSize(500);
    jdbc.setQueryTimeout(60);
    assertThat(jdbc.queryForList("SELECT job_id FROM jobs")).hasSize(2);
    assertThat(emulator.log().lines()).containsExactly("GET /model-invocation-jobs maxResults=2");
  }

  @Test
  void failuresHaveSpringsTypes() {
    for (String sql : List.of("selec 1", "SELECT * FROM nope", "SELECT nope FROM jobs")) {
      assertThatExceptionOfType(BadSqlGrammarException.class)
          .isThrownBy(() -> jdbc.queryForList(sql));
    }
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> jdbc.update("DELETE FROM jobs WHERE status = ?", "Failed"))
        .satisfies(e -> assertThat(state(e)).isEqualTo("25006"));
    emulator.inject(new Fault.Throttle(), 1);
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> jdbc.queryForList("SELECT job_id FROM jobs"))
        .satisfies(e -> assertThat(state(e)).isEqualTo("53300"));
  }

  private static String state(DataAccessException failure) {
    return ((SQLException) failure.getCause()).getSQLState();
  }
}
