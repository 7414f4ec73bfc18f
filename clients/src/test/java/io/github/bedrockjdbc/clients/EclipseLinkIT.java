package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.queries.ScrollableCursor;
import org.junit.jupiter.api.Test;

/** EclipseLink with an entity; it has to be told a database, as it knows no such one. */
class EclipseLinkIT {
  /** A row. */
  @Entity(name = "Job")
  @Table(name = "jobs", schema = "bedrock")
  static class Job {
    @Id
    @Column(name = "job_arn")
    private String arn;

    @Column(name = "job_id")
    private String id;

    private String status;

    @Column(name = "submit_time")
    private LocalDateTime submitted;
  }

  @Test
  void queriesFilterPageAndScroll() {
    try (BedrockEmulator emulator = BedrockEmulator.demo();
        EntityManagerFactory factory =
            new PersistenceProvider()
                .createEntityManagerFactory(
                    "jobs",
                    Map.of(
                        "jakarta.persistence.jdbc.url", emulator.jdbcUrl(),
                        "jakarta.persistence.jdbc.user", BedrockEmulator.DEMO_ACCESS_KEY_ID,
                        "jakarta.persistence.jdbc.password",
                            BedrockEmulator.DEMO_SECRET_ACCESS_KEY));
        EntityManager entities = factory.createEntityManager()) {
      final List<Job> page =
          entities
              .createQuery(
                  "SELECT j FROM Job j WHERE j.status = :status ORDER BY j.submitted DESC",
                  Job.class)
              .setParameter("status", "Failed")
              .setFirstResult(2)
              .setMaxResults(3)
              .getResultList();
      assertThat(page).hasSize(3).allMatch(job -> job.status.equals("Failed") && job.id != null);
      assertThat(emulator.log().lines())
          .singleElement()
          .asString()
          .matches(
              "GET /model-invocation-jobs maxResults=[0-9]{1,2} sortBy=CreationTime"
                  + " sortOrder=Descending statusEquals=Failed");
      emulator.log().clear();
      assertThat(
              entities
                  .createQuery(
                      "SELECT COUNT(j) FROM Job j WHERE j.status = 'Failed' AND j.submitted >= :t",
                      Long.class)
                  .setParameter("t", page.get(2).submitted)
                  .getSingleResult())
          .isEqualTo(5);
      assertThat(emulator.log().lines())
          .singleElement()
          .asString()
          .contains("statusEquals=Failed", "submitTimeAfter=");
      emulator.log().clear();
      entities.clear();
      assertThat(entities.find(Job.class, page.get(0).arn).id).isEqualTo(page.get(0).id);
      assertThat(emulator.log().lines())
          .containsExactly("GET /model-invocation-job/" + page.get(0).arn);
      final ScrollableCursor jobs =
          (ScrollableCursor)
              entities
                  .createQuery("SELECT j FROM Job j ORDER BY j.submitted DESC")
                  .setHint(QueryHints.SCROLLABLE_CURSOR, HintValues.TRUE)
                  .getSingleResult();
      final Object first = jobs.next();
      jobs.next();
      assertThat(jobs.previous()).isSameAs(first);
      jobs.close();
    }
  }
}
