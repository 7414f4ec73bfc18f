package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignField;
import net.sf.jasperreports.engine.design.JRDesignParameter;
import net.sf.jasperreports.engine.design.JRDesignQuery;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.fill.AsynchronousFillHandle;
import net.sf.jasperreports.engine.fill.AsynchronousFilllListener;
import net.sf.jasperreports.engine.query.JRJdbcQueryExecuterFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report of JasperReports with parameters, which can be cancelled. */
class JasperReportsIT {
  private static final String SQL =
      "SELECT job_id, submit_time, total_records FROM jobs WHERE submit_time >= $P{since}"
          + " AND $X{IN, status, statuses} ORDER BY submit_time, job_arn";

  private BedrockEmulator emulator;
  private Connection connection;

  @BeforeEach
  void connect() throws Exception {
    emulator = BedrockEmulator.demo();
    connection = DriverManager.getConnection(emulator.jdbcUrlWithLogin());
  }

  @AfterEach
  void close() throws Exception {
    connection.close();
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  /** One line of text for each row. */
  private static JasperReport report(String... properties) throws Exception {
    final JasperDesign design = new JasperDesign();
    for (int i = 0; i < properties.length; i += 2) {
      design.setProperty(properties[i], properties[i + 1]);
    }
    design.setName("jobs");
    design.addParameter(parameter("since", Timestamp.class));
    design.addParameter(parameter("statuses", java.util.Collection.class));
    final JRDesignQuery query = new JRDesignQuery();
    query.setText(SQL);
    design.setQuery(query);
    design.addField(field("job_id", String.class));
    design.addField(field("submit_time", Timestamp.class));
    design.addField(field("total_records", Long.class));
    final JRDesignTextField text = new JRDesignTextField();
    text.setWidth(500);
    text.setHeight(20);
    text.setExpression(
        new JRDesignExpression("$F{job_id} + \" \" + $F{submit_time} + \" \" + $F{total_records}"));
    final JRDesignBand band = new JRDesignBand();
    band.setHeight(20);
    band.addElement(text);
    ((JRDesignSection) design.getDetailSection()).addBand(band);
    return JasperCompileManager.compileReport(design);
  }

  private static JRDesignParameter parameter(String name, Class<?> type) {
    final JRDesignParameter parameter = new JRDesignParameter();
    parameter.setName(name);
    parameter.setValueClass(type);
    return parameter;
  }

  private static JRDesignField field(String name, Class<?> type) {
    final JRDesignField field = new JRDesignField();
    field.setName(name);
    field.setValueClass(type);
    return field;
  }

  /** The third newest failed job and what is newer. */
  private Map<String, Object> parameters() throws Exception {
    try (var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                "SELECT submit_time FROM jobs WHERE status = 'Failed'"
                    + " ORDER BY submit_time DESC LIMIT 1 OFFSET 2")) {
      result.next();
      final Map<String, Object> parameters = new HashMap<>();
      parameters.put(
          "since", Timestamp.valueOf(result.getObject("submit_time", LocalDateTime.class)));
      parameters.put("statuses", List.of("Failed", "NoSuchStatus"));
      return parameters;
    }
  }

  private List<String> lines(JasperReport report) throws Exception {
    final JasperPrint print = JasperFillManager.fillReport(report, parameters(), connection);
    return print.getPages().stream()
        .flatMap(page -> page.getElements().stream())
        .map(element -> ((JRPrintText) element).getFullText())
        .toList();
  }

  @Test
  void parametersAndFieldsHaveTheirTypes() throws Exception {
    final List<String> lines = lines(report());
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).contains(" " + parameters().get("since") + " ");
  }

  @Test
  void resultsOfAnyTypeGiveTheSame() throws Exception {
    final List<String> lines = lines(report());
    for (String type : List.of("forwardOnly", "scrollInsensitive", "scrollSensitive")) {
      assertThat(lines(report(JRJdbcQueryExecuterFactory.PROPERTY_JDBC_RESULT_SET_TYPE, type)))
          .isEqualTo(lines);
    }
  }

  @Test
  void cancellingEndsTheRequest() throws Exception {
    final Map<String, Object> parameters = parameters();
    final int before = emulator.log().requests().size();
    final AsynchronousFillHandle fill =
        AsynchronousFillHandle.createHandle(report(), parameters, connection);
    final CompletableFuture<String> outcome = new CompletableFuture<>();
    fill.addListener(
        new AsynchronousFilllListener() {
          @Override
          public void reportFinished(JasperPrint print) {
            outcome.complete("finished");
          }

          @Override
          public void reportCancelled() {
            outcome.complete("cancelled");
          }

          @Override
          public void reportFillError(Throwable failure) {
            outcome.complete(failure.toString());
          }
        });
    emulator.inject(new Fault.Hang(), 1);
    fill.startFill();
    emulator.awaitRequests(before + 1);
    fill.cancellFill();
    assertThat(outcome.get(1, TimeUnit.MINUTES)).isEqualTo("cancelled");
    emulator.awaitOpenExchanges(0);
    assertThat(emulator.log().requests().get(before)).matches(RecordedRequest::aborted);
  }
}
