package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.PagingAndSortingRepository;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** Spring Data JDBC; it has to be told a dialect, as it knows no such database. */
class SpringDataIT {
  /** A row. */
  @Table("jobs")
  record Job(@Id String jobArn, String jobId, String status, LocalDateTime submitTime) {}

  /** Queries by their names. */
  interface Jobs extends ListCrudRepository<Job, String>, PagingAndSortingRepository<Job, String> {
    List<Job> findTop3ByStatusOrderBySubmitTimeDesc(String status);

    Page<Job> findByStatus(String status, PageRequest page);

    long countByStatusAndSubmitTimeGreaterThanEqual(String status, LocalDateTime since);
  }

  /** What an application has. */
  @Configuration
  @EnableJdbcRepositories(considerNestedRepositories = true)
  static class Application extends AbstractJdbcConfiguration {
    @Bean
    BedrockEmulator emulator() {
      return BedrockEmulator.demo();
    }

    @Bean
    NamedParameterJdbcOperations operations(BedrockEmulator emulator) {
      return new NamedParameterJdbcTemplate(
          new DriverManagerDataSource(emulator.jdbcUrlWithLogin()));
    }

    @Bean
    PlatformTransactionManager transactionManager(BedrockEmulator emulator) {
      return new DataSourceTransactionManager(
          new DriverManagerDataSource(emulator.jdbcUrlWithLogin()));
    }

    @Override
    public JdbcDialect jdbcDialect(NamedParameterJdbcOperations operations) {
      return JdbcPostgresDialect.INSTANCE;
    }
  }

  @Test
  void repositoriesFilterSortAndPage() {
    try (AnnotationConfigApplicationContext context =
        new AnnotationConfigApplicationContext(Application.class)) {
      final BedrockEmulator emulator = context.getBean(BedrockEmulator.class);
      final Jobs jobs = context.getBean(Jobs.class);
      assertThat(emulator.log().requests()).isEmpty();
      final List<Job> newest = jobs.findTop3ByStatusOrderBySubmitTimeDesc("Failed");
      assertThat(newest).hasSize(3).allMatch(job -> job.status().equals("Failed"));
      assertThat(emulator.log().lines())
          .singleElement()
          .asString()
          .endsWith(" sortBy=CreationTime sortOrder=Descending statusEquals=Failed");
      assertThat(
              jobs.countByStatusAndSubmitTimeGreaterThanEqual("Failed", newest.get(2).submitTime()))
          .isEqualTo(3);
      emulator.log().clear();
      assertThat(jobs.findById(newest.get(1).jobArn())).contains(newest.get(1));
      assertThat(jobs.existsById("none")).isFalse();
      assertThat(emulator.log().lines())
          .containsExactly("GET /model-invocation-job/" + newest.get(1).jobArn());
      final Page<Job> page =
          jobs.findByStatus("Failed", PageRequest.of(0, 3, Sort.by("submitTime").descending()));
      assertThat(page.getTotalElements()).isEqualTo(272);
      assertThat(page.getContent()).isEqualTo(newest);
      assertThatThrownBy(() -> jobs.save(newest.get(0)))
          .rootCause()
          .asInstanceOf(InstanceOfAssertFactories.throwable(SQLException.class))
          .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("25006"));
    }
  }
}
