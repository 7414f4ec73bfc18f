package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.dialect.PostgreSQLDialect;
import org.junit.jupiter.api.Test;

/** Hibernate's native queries; it has to be told a dialect, as it knows no such database. */
class HibernateIT {
  @Test
  void nativeQueriesTakeLimitsAndTimes() {
    try (BedrockEmulator emulator = BedrockEmulator.demo();
        SessionFactory sessions =
            new Configuration()
                .setProperty("hibernate.connection.url", emulator.jdbcUrl())
                .setProperty("hibernate.connection.username", BedrockEmulator.DEMO_ACCESS_KEY_ID)
                .setProperty(
                    "hibernate.connection.password", BedrockEmulator.DEMO_SECRET_ACCESS_KEY)
                .setProperty("hibernate.dialect", PostgreSQLDialect.class.getName())
                .setProperty("hibernate.jdbc.time_zone", "UTC")
                .buildSessionFactory()) {
      final List<Object[]> newest =
          sessions.fromSession(
              session ->
                  session
                      .createNativeQuery(
                          "SELECT job_id, submit_time FROM jobs ORDER BY submit_time DESC",
                          Object[].class)
                      .addScalar("job_id", String.class)
                      .addScalar("submit_time", LocalDateTime.class)
                      .setMaxResults(3)
                      .list());
      assertThat(newest).hasSize(3);
      assertThat(emulator.log().lines())
          .singleElement()
          .asString()
          .matches(
              "GET /model-invocation-jobs maxResults=[0-9]{1,2} sortBy=CreationTime"
                  + " sortOrder=Descending");
      final List<Long> count =
          sessions.fromTransaction(
              session ->
                  session
                      .createNativeQuery(
                          "SELECT COUNT(*) FROM jobs WHERE submit_time >= :since", Long.class)
                      .setParameter("since", (LocalDateTime) newest.get(2)[1])
                      .list());
      assertThat(count).containsExactly(3L);
      assertThat(sessions.<List<Object>>fromSession(session -> backwards(session)))
          .containsExactly(newest.get(2)[0], newest.get(1)[0], newest.get(0)[0]);
    }
  }

  private static List<Object> backwards(Session session) {
    final List<Object> ids = new ArrayList<>();
    try (ScrollableResults<String> jobs =
        session
            .createNativeQuery("SELECT job_id FROM jobs ORDER BY submit_time DESC", String.class)
            .scroll(ScrollMode.SCROLL_INSENSITIVE)) {
      jobs.position(4);
      while (jobs.previous()) {
        ids.add(jobs.get());
      }
    }
    return ids;
  }
}
