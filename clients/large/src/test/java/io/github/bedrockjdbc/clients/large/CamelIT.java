package io.github.bedrockjdbc.clients.large;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.sql.SqlComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A route of Camel that asks for jobs. */
class CamelIT {
  @Test
  void aRouteAsksWithTheValuesOfItsMessage() throws Exception {
    final CamelContext context = new DefaultCamelContext();
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      final SqlComponent sql = new SqlComponent();
      sql.setDataSource(new DriverManagerDataSource(emulator.jdbcUrlWithLogin()));
      context.addComponent("sql", sql);
      context.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("direct:jobs")
                  .to(
                      "sql:SELECT job_id, submit_time FROM jobs WHERE status = :#${body}"
                          + " ORDER BY submit_time DESC LIMIT 3");
            }
          });
      context.start();
      try (ProducerTemplate producer = context.createProducerTemplate()) {
        final List<?> jobs = producer.requestBody("direct:jobs", "Failed", List.class);
        assertThat(jobs).hasSize(3).allMatch(job -> ((Map<?, ?>) job).get("job_id") != null);
      }
      assertThat(emulator.log().lines())
          .singleElement()
          .asString()
          .endsWith(" sortBy=CreationTime sortOrder=Descending statusEquals=Failed");
    } finally {
      context.stop();
    }
  }
}
