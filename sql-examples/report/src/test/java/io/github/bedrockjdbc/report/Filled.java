package io.github.bedrockjdbc.report;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.charts.util.DrawChartRendererImpl;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import org.jfree.chart.JFreeChart;
import org.jfree.data.category.CategoryDataset;

/**
 * A filled report and what it was filled from.
 *
 * @param jobs those of the period, read from the emulator without any SQL
 * @param requests what the emulator was asked
 */
record Filled(JasperPrint print, List<Job> jobs, List<String> requests) {
  /** Later on this day, the last ones of the demo's jobs were submitted. */
  static final Instant NOW = Instant.parse("2026-10-31T17:23:45Z");

  static final Period PERIOD = Period.endingAt(NOW, 30);

  /** Of the demo's jobs, filled once for all tests. */
  static Filled demo() {
    return Demo.FILLED;
  }

  static Filled once(List<Job> jobs) {
    try {
      return of(jobs);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static Filled of(List<Job> jobs) throws Exception {
    return of(jobs, Behavior.standard());
  }

  static Filled of(List<Job> jobs, Behavior behavior) throws Exception {
    try (BedrockEmulator emulator =
            BedrockEmulator.builder().jobs(jobs).behavior(behavior).start();
        Database database = Database.open(emulator.jdbcUrlWithLogin())) {
      final JasperPrint print = Template.fill(database, PERIOD);
      return new Filled(
          print,
          emulator.jobs().stream()
              .filter(job -> !job.submitTime().isBefore(PERIOD.from()))
              .filter(job -> job.submitTime().isBefore(PERIOD.until()))
              .toList(),
          emulator.log().lines());
    }
  }

  static List<Job> demoJobs() {
    return JobFixture.of(BedrockEmulator.DEMO_JOBS, BedrockEmulator.DEMO_SEED);
  }

  List<Job> failed() {
    return jobs.stream().filter(job -> job.status().equals("Failed")).toList();
  }

  List<Job> completed() {
    return jobs.stream().filter(job -> job.status().equals("Completed")).toList();
  }

  /** Every text of a page, from 0, in the order of its elements. */
  List<String> texts(int page) {
    return elements(page)
        .filter(JRPrintText.class::isInstance)
        .map(element -> ((JRPrintText) element).getFullText())
        .toList();
  }

  List<String> texts() {
    final List<String> all = new ArrayList<>();
    for (int page = 0; page < print.getPages().size(); page++) {
      all.addAll(texts(page));
    }
    return all;
  }

  CategoryDataset daily() throws ReflectiveOperationException {
    return dataset(0);
  }

  CategoryDataset reasons() throws ReflectiveOperationException {
    return dataset(1);
  }

  /** The renderer holds the chart that it draws, and shows it to nobody. */
  private CategoryDataset dataset(int chart) throws ReflectiveOperationException {
    final Field field = DrawChartRendererImpl.class.getDeclaredField("chart");
    field.setAccessible(true);
    final JRPrintImage image =
        (JRPrintImage)
            elements(0)
                .filter(JRPrintImage.class::isInstance)
                .skip(chart)
                .findFirst()
                .orElseThrow();
    return ((JFreeChart) field.get(image.getRenderer())).getCategoryPlot().getDataset();
  }

  private Stream<JRPrintElement> elements(int page) {
    return flat(print.getPages().get(page).getElements());
  }

  private static Stream<JRPrintElement> flat(List<JRPrintElement> elements) {
    return elements.stream()
        .flatMap(
            element ->
                element instanceof JRPrintFrame frame
                    ? flat(frame.getElements())
                    : Stream.of(element));
  }

  private static final class Demo {
    static final Filled FILLED = once(demoJobs());
  }
}
