package io.github.bedrockjdbc.report;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;

/** The report as it is asked for and laid out; see {@code batch-inference.jrxml}. */
final class Template {
  private static final String RESOURCE = "/report/batch-inference.jrxml";

  private Template() {}

  /** Runs the queries and lays out the pages. */
  static JasperPrint fill(Database database, Period period) throws SQLException, JRException {
    final Map<String, Object> parameters = new HashMap<>();
    parameters.put("TITLE", period.title());
    parameters.put("FROM", Timestamp.from(period.from()));
    parameters.put("UNTIL", Timestamp.from(period.until()));
    parameters.put("SOURCE", database.source());
    final Tokens tokens = Tokens.of(database.connection(), period);
    parameters.put("READINGS", Readings.told(database.connection()));
    parameters.put("TOKENS_BY_MODEL", tokens.byModel());
    parameters.put("TOKENS_BY_TEAM", tokens.byTeam());
    parameters.put("TOKENS_NOTE", tokens.note());
    parameters.put(JRParameter.REPORT_LOCALE, Locale.ENGLISH);
    parameters.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone("UTC"));
    try {
      final JasperPrint print =
          JasperFillManager.fillReport(compiled(), parameters, database.connection());
      print.setName(period.title());
      return print;
    } catch (JRException | JRRuntimeException e) {
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException sql) {
          throw sql;
        }
      }
      throw e;
    }
  }

  private static JasperReport compiled() throws JRException {
    try (InputStream template = Template.class.getResourceAsStream(RESOURCE)) {
      return JasperCompileManager.compileReport(template);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + RESOURCE, e);
    }
  }
}
