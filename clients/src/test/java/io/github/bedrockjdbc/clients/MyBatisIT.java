package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.junit.jupiter.api.Test;

/** MyBatis with mappers of its own, on its own pool. */
class MyBatisIT {
  /** A row; MyBatis fills its fields. */
  static final class Job {
    private String jobId;
    private LocalDateTime submitTime;
    private Long totalRecords;
  }

  /** Statements. */
  interface Jobs {
    @Select(
        """
        <script>
        SELECT job_id, submit_time, total_records FROM jobs
        <where>
          <if test="statuses != null">
            status IN <foreach item="s" collection="statuses" open="(" separator="," close=")">#{s}</foreach>
          </if>
          <if test="since != null">AND submit_time &gt;= #{since}</if>
        </where>
        ORDER BY submit_time DESC
        </script>
        """)
    List<Job> find(
        @Param("statuses") List<String> statuses,
        @Param("since") LocalDateTime since,
        RowBounds rows);

    @Select("SELECT job_id FROM jobs")
    Cursor<String> all();
  }

  @Test
  void mappersFilterAndStream() throws IOException {
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      final PooledDataSource pool =
          new PooledDataSource(
              "io.github.bedrockjdbc.driver.BedrockDriver",
              emulator.jdbcUrl(),
              BedrockEmulator.DEMO_ACCESS_KEY_ID,
              BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
      final Configuration configuration =
          new Configuration(new Environment("test", new JdbcTransactionFactory(), pool));
      configuration.setMapUnderscoreToCamelCase(true);
      configuration.addMapper(Jobs.class);
      final SqlSessionFactory sessions = new SqlSessionFactoryBuilder().build(configuration);
      try (SqlSession session = sessions.openSession()) {
        final Jobs jobs = session.getMapper(Jobs.class);
        final List<Job> failed = jobs.find(List.of("Failed"), null, new RowBounds(1, 3));
        assertThat(failed)
            .hasSize(3)
            .allMatch(job -> job.jobId != null && job.totalRecords != null);
        assertThat(emulator.log().lines())
            .allMatch(line -> line.endsWith(" sortOrder=Descending statusEquals=Failed"))
            .hasSize(1);
        assertThat(jobs.find(List.of("Failed"), failed.get(2).submitTime, RowBounds.DEFAULT))
            .hasSize(4);
        emulator.log().clear();
        try (Cursor<String> all = jobs.all()) {
          assertThat(all.iterator().next()).isNotEmpty();
        }
        assertThat(emulator.log().requests()).hasSize(1);
      } finally {
        pool.forceCloseAll();
      }
    }
  }
}
