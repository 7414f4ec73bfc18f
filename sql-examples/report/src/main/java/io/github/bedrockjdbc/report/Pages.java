package io.github.bedrockjdbc.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/** Writes the filled report to files, each of which holds all that it shows. */
final class Pages {
  private Pages() {}

  /** What the embedded font cannot show is replaced, also in what was filled. */
  static void writePdf(JasperPrint print, Path file) throws JRException {
    Glyphs.replaceMissing(print);
    final SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setMetadataTitle(print.getName());
    configuration.setDisplayMetadataTitle(true);
    final JRPdfExporter exporter = new JRPdfExporter();
    exporter.setExporterInput(new SimpleExporterInput(print));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(file.toFile()));
    exporter.setConfiguration(configuration);
    exporter.exportReport();
  }

  static void writeHtml(JasperPrint print, Path file) throws JRException, IOException {
    Files.writeString(file, WebPage.of(print));
  }
}
