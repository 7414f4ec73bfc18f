package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.instrumentation.jdbc.datasource.JdbcTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** OpenTelemetry's spans of statements. */
class OpenTelemetryIT {
  @Test
  void eachStatementIsASpanWithoutItsValues() throws SQLException {
    final InMemorySpanExporter spans = InMemorySpanExporter.create();
    try (BedrockEmulator emulator = BedrockEmulator.demo();
        OpenTelemetrySdk telemetry =
            OpenTelemetrySdk.builder()
                .setTracerProvider(
                    SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build()) {
      final DataSource traced =
          JdbcTelemetry.create(telemetry)
              .wrap(new DriverManagerDataSource(emulator.jdbcUrlWithLogin()));
      try (Connection connection = traced.getConnection();
          Statement statement = connection.createStatement();
          ResultSet result =
              statement.executeQuery("SELECT COUNT(*) FROM jobs WHERE status = 'Failed'")) {
        assertThat(result.next()).isTrue();
        assertThat(result.getInt(1)).isEqualTo(272);
      }
      assertThat(emulator.log().lines())
          .containsExactly("GET /model-invocation-jobs maxResults=1000 statusEquals=Failed");
      assertThat(spans.getFinishedSpanItems())
          .filteredOn(span -> attribute(span, "db.statement") != null)
          .singleElement()
          .satisfies(
              span -> {
                assertThat(attribute(span, "db.statement"))
                    .isEqualTo("SELECT COUNT(*) FROM jobs WHERE status = ?");
                assertThat(attribute(span, "db.user"))
                    .isIn(null, BedrockEmulator.DEMO_ACCESS_KEY_ID);
              });
      assertThat(spans.getFinishedSpanItems().toString())
          .doesNotContain(BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
    }
  }

  private static String attribute(SpanData span, String name) {
    return span.getAttributes().get(AttributeKey.stringKey(name));
  }
}
