package io.github.bedrockjdbc.report;

import java.nio.file.Path;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.export.HtmlExporter;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleHtmlExporterConfiguration;
import net.sf.jasperreports.export.SimpleHtmlExporterOutput;
import net.sf.jasperreports.export.SimpleHtmlReportConfiguration;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/** Writes the filled report to files, each of which holds all that it shows. */
final class Pages {
  private static final String TITLE = "Batch inference";

  private Pages() {}

  static void writePdf(JasperPrint print, Path file) throws JRException {
    final SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setMetadataTitle(TITLE);
    configuration.setDisplayMetadataTitle(true);
    final JRPdfExporter exporter = new JRPdfExporter();
    exporter.setExporterInput(new SimpleExporterInput(print));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(file.toFile()));
    exporter.setConfiguration(configuration);
    exporter.exportReport();
  }

  static void writeHtml(JasperPrint print, Path file) throws JRException {
    final SimpleHtmlExporterConfiguration configuration = new SimpleHtmlExporterConfiguration();
    configuration.setHtmlHeader(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="UTF-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        body { margin: 0; background: #E4E7EB; }
        .jrPage { margin: 16px auto; box-shadow: 0 1px 4px #9AA5B1; }
        </style>
        </head>
        <body>
        """
            .formatted(TITLE));
    configuration.setBetweenPagesHtml("");
    configuration.setHtmlFooter("</body>\n</html>\n");
    final SimpleHtmlReportConfiguration look = new SimpleHtmlReportConfiguration();
    look.setEmbedImage(true);
    look.setZoomRatio(1.4f);
    final HtmlExporter exporter = new HtmlExporter();
    exporter.setExporterInput(new SimpleExporterInput(print));
    exporter.setExporterOutput(new SimpleHtmlExporterOutput(file.toFile(), "UTF-8"));
    exporter.setConfiguration(configuration);
    exporter.setConfiguration(look);
    exporter.exportReport();
  }
}
