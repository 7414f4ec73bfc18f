package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.junit.jupiter.api.Test;

/** Jdbi, with a record for a row. */
class JdbiIT {
  /** A row. */
  public record Job(String jobId, LocalDateTime submitTime, Long totalRecords) {}

  @Test
  void rowsBecomeRecordsAndStreams() {
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      final Jdbi jdbi =
          Jdbi.create(
                  emulator.jdbcUrl(),
                  BedrockEmulator.DEMO_ACCESS_KEY_ID,
                  BedrockEmulator.DEMO_SECRET_ACCESS_KEY)
              .registerRowMapper(ConstructorMapper.factory(Job.class));
      final List<Job> jobs =
          jdbi.withHandle(
              handle ->
                  handle
                      .createQuery(
                          "SELECT job_id, submit_time, total_records FROM jobs"
                              + " WHERE status IN (<statuses>) ORDER BY submit_time DESC LIMIT :n")
                      .bindList("statuses", List.of("Failed"))
                      .bind("n", 3)
                      .mapTo(Job.class)
                      .list());
      assertThat(jobs).hasSize(3).allMatch(job -> job.jobId() != null);
      assertThat(emulator.log().lines())
          .singleElement()
          .asString()
          .endsWith("sortBy=CreationTime sortOrder=Descending statusEquals=Failed");
      emulator.log().clear();
      assertThat(
              jdbi.<List<String>, RuntimeException>inTransaction(
                  handle ->
                      handle
                          .createQuery(
                              "SELECT job_id FROM jobs WHERE status = 'Failed' AND submit_time >= ?"
                                  + " ORDER BY submit_time DESC")
                          .bind(0, jobs.get(2).submitTime())
                          .mapTo(String.class)
                          .list()))
          .containsExactlyElementsOf(jobs.stream().map(Job::jobId).toList());
      assertThat(emulator.log().lines())
          .singleElement()
          .asString()
          .contains("statusEquals=Failed", "submitTimeAfter=");
      emulator.log().clear();
      jdbi.useHandle(
          handle -> {
            try (Stream<String> ids =
                handle.createQuery("SELECT job_id FROM jobs").mapTo(String.class).stream()) {
              assertThat(ids.limit(2)).hasSize(2);
            }
          });
      assertThat(emulator.log().requests()).hasSize(1);
    }
  }
}
