package io.github.bedrockjdbc.report;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JROrigin;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.type.BandTypeEnum;

/**
 * The filled report for a browser: what the template's styles call a heading, a tile or a row is
 * one here, without paper sizes and places. The library's own HTML keeps these, so that it fits no
 * telephone and has one table for each page.
 */
final class WebPage {
  private static final String STYLE_SHEET = "/report/page.css";

  private final StringBuilder html = new StringBuilder();
  private final Set<String> begunGroups = new HashSet<>();
  private final StringBuilder footer = new StringBuilder();
  private boolean areTilesOpen;
  private WebTable table;

  private WebPage() {}

  static String of(JasperPrint print) throws JRException, IOException {
    final WebPage page = new WebPage();
    for (JRPrintPage sheet : print.getPages()) {
      page.addSheet(sheet);
    }
    page.end();
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="UTF-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <main>
        %s<footer class="muted">%s</footer>
        </main>
        </body>
        </html>
        """
        .formatted(Html.text(print.getName()), Html.resource(STYLE_SHEET), page.html, page.footer);
  }

  private void addSheet(JRPrintPage sheet) throws JRException, IOException {
    final Set<String> groups = new HashSet<>();
    for (JRPrintElement element : sheet.getElements()) {
      final JROrigin origin = element.getOrigin();
      if (origin != null && origin.getBandType() == BandTypeEnum.PAGE_FOOTER) {
        addFooter(element);
      } else if (origin != null && origin.getBandType() == BandTypeEnum.GROUP_HEADER) {
        groups.add(origin.getGroupName());
        if (!begunGroups.contains(origin.getGroupName())) { // else of a table that goes on
          add(element);
        }
      } else {
        add(element);
      }
    }
    begunGroups.addAll(groups);
  }

  private void add(JRPrintElement element) throws JRException, IOException {
    if (element instanceof JRPrintFrame frame) {
      switch (style(frame)) {
        case "tile" -> addTile(frame);
        case "row" -> addRow(frame);
        default -> addAll(frame.getElements());
      }
    } else if (element instanceof JRPrintImage image) {
      end();
      html.append(ChartImages.of(image));
    } else if (element instanceof JRPrintText text && !text.getFullText().isBlank()) {
      end();
      html.append(paragraph(text));
    }
  }

  private void addAll(List<JRPrintElement> elements) throws JRException, IOException {
    for (JRPrintElement element : elements) {
      add(element);
    }
  }

  private void addTile(JRPrintFrame frame) {
    if (!areTilesOpen) {
      end();
      html.append("<div class=\"tiles\">\n");
      areTilesOpen = true;
    }
    html.append("<div class=\"tile\">\n");
    for (JRPrintElement element : frame.getElements()) {
      if (element instanceof JRPrintText text && !text.getFullText().isBlank()) {
        html.append(paragraph(text));
      }
    }
    html.append("</div>\n");
  }

  private void addRow(JRPrintFrame frame) {
    if (frame.getElements().stream().anyMatch(each -> style(each).equals("columnLabel"))) {
      end();
      table = new WebTable(frame);
    } else if (table != null) {
      table.add(frame);
    }
  }

  /** The number of the page is of paper. */
  private void addFooter(JRPrintElement element) {
    if (footer.isEmpty() && element instanceof JRPrintText text) {
      footer.append(Html.text(text.getFullText()));
    }
  }

  /** Ends what holds several elements. */
  private void end() {
    if (areTilesOpen) {
      html.append("</div>\n");
      areTilesOpen = false;
    }
    if (table != null) {
      html.append(table.html());
      table = null;
    }
  }

  private static String paragraph(JRPrintText text) {
    return switch (style(text)) {
      case "title" -> Html.element("h1", "", text);
      case "heading" -> Html.element("h2", "", text);
      default -> Html.element("p", style(text), text);
    };
  }

  private static String style(JRPrintElement element) {
    return element.getStyle() == null ? "" : element.getStyle().getName();
  }
}
