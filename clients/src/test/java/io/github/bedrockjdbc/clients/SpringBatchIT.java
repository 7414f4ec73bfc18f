package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.item.ExecutionContext;
import org.springframework.batch.item.ItemStreamReader;
import org.springframework.batch.item.database.JdbcCursorItemReader;
import org.springframework.batch.item.database.Order;
import org.springframework.batch.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.batch.item.database.builder.JdbcPagingItemReaderBuilder;
import org.springframework.batch.item.database.support.PostgresPagingQueryProvider;
import org.springframework.jdbc.core.SingleColumnRowMapper;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Spring Batch's readers. */
class SpringBatchIT {
  private BedrockEmulator emulator;
  private DataSource source;

  @BeforeEach
  void start() {
    emulator = BedrockEmulator.demo();
    source = new DriverManagerDataSource(emulator.jdbcUrlWithLogin() + ";readMessages=false");
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  private JdbcCursorItemReader<String> cursor(boolean absolute) {
    return new JdbcCursorItemReaderBuilder<String>()
        .name("failed")
        .dataSource(source)
        .sql("SELECT job_arn FROM jobs WHERE status = ?")
        .queryArguments("Failed")
        .fetchSize(100)
        .driverSupportsAbsolute(absolute)
        .rowMapper(new SingleColumnRowMapper<>(String.class))
        .build();
  }

  private static List<String> read(ItemStreamReader<String> reader, int most) throws Exception {
    final List<String> items = new ArrayList<>();
    for (String item; items.size() < most && (item = reader.read()) != null; ) {
      items.add(item);
    }
    return items;
  }

  @Test
  void aCursorReadsOnceAndGoesOnAfterAStop() throws Exception {
    final JdbcCursorItemReader<String> whole = cursor(false);
    whole.open(new ExecutionContext());
    final List<String> all = read(whole, Integer.MAX_VALUE);
    whole.close();
    assertThat(all).hasSize(272).doesNotHaveDuplicates();
    assertThat(emulator.log().lines())
        .allMatch(line -> line.contains("statusEquals=Failed"))
        .noneMatch(line -> line.startsWith("GET /model-invocation-job/"));
    for (boolean absolute : new boolean[] {false, true}) {
      final ExecutionContext kept = new ExecutionContext();
      final JdbcCursorItemReader<String> stopped = cursor(absolute);
      stopped.open(kept);
      assertThat(read(stopped, 100)).isEqualTo(all.subList(0, 100));
      stopped.update(kept);
      stopped.close();
      final JdbcCursorItemReader<String> again = cursor(absolute);
      again.open(kept);
      assertThat(read(again, Integer.MAX_VALUE)).isEqualTo(all.subList(100, 272));
      again.close();
    }
  }

  @Test
  void pagesAreThoseOfPostgresql() throws Exception {
    final PostgresPagingQueryProvider pages = new PostgresPagingQueryProvider();
    pages.setSelectClause("job_arn");
    pages.setFromClause("jobs");
    pages.setWhereClause("status = :status");
    pages.setSortKeys(Map.of("job_arn", Order.ASCENDING));
    final var reader =
        new JdbcPagingItemReaderBuilder<String>()
            .name("failed")
            .dataSource(source)
            .queryProvider(pages)
            .parameterValues(Map.of("status", "Failed"))
            .pageSize(100)
            .rowMapper(new SingleColumnRowMapper<>(String.class))
            .build();
    reader.afterPropertiesSet();
    reader.open(new ExecutionContext());
    assertThat(read(reader, Integer.MAX_VALUE)).hasSize(272).doesNotHaveDuplicates().isSorted();
    reader.close();
    // All that match are read once for each page, as the service cannot sort by a key.
    assertThat(emulator.log().lines())
        .hasSize(3)
        .containsOnly("GET /model-invocation-jobs maxResults=1000 statusEquals=Failed");
  }
}
