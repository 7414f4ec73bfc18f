package io.github.bedrockjdbc.report;

import java.nio.file.Path;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.export.HtmlExporter;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleHtmlExporterConfiguration;
import net.sf.jasperreports.export.SimpleHtmlExporterOutput;
import net.sf.jasperreports.export.SimpleHtmlReportConfiguration;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.renderers.Renderable;

/** Writes the filled report to files, each of which holds all that it shows. */
final class Pages {
  /** A browser's pixels are finer than the library takes them for. */
  private static final String CHART_DPI = "200";

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
        .jrPage { margin: 16px auto; box-shadow: 0 1px 4px #9AA5B1; font-size: 9px; line-height: 1.2; }
        </style>
        </head>
        <body>
        """
            .formatted(print.getName()));
    configuration.setBetweenPagesHtml("");
    configuration.setHtmlFooter("</body>\n</html>\n");
    final SimpleHtmlReportConfiguration look = new SimpleHtmlReportConfiguration();
    look.setEmbedImage(true);
    look.setZoomRatio(1.4f);
    final SimpleJasperReportsContext context = new SimpleJasperReportsContext();
    context.setProperty(Renderable.PROPERTY_IMAGE_DPI, CHART_DPI);
    final HtmlExporter exporter = new HtmlExporter(context);
    exporter.setExporterInput(new SimpleExporterInput(print));
    exporter.setExporterOutput(new SimpleHtmlExporterOutput(file.toFile(), "UTF-8"));
    exporter.setConfiguration(configuration);
    exporter.setConfiguration(look);
    exporter.exportReport();
  }
}
