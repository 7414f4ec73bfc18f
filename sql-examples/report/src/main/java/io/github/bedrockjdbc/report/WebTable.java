package io.github.bedrockjdbc.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;

/** A table of the page, whose columns begin where its labels do on paper. */
final class WebTable {
  private final List<JRPrintText> labels;
  private final int width;
  private final StringBuilder rows = new StringBuilder();

  WebTable(JRPrintFrame head) {
    this.labels = texts(head);
    this.width = head.getWidth();
  }

  void add(JRPrintFrame row) {
    rows.append("<tr>");
    for (int i = 0; i < labels.size(); i++) {
      final List<JRPrintText> lines = new ArrayList<>();
      for (JRPrintText text : texts(row)) {
        if (text.getX() >= begin(i) && text.getX() < begin(i + 1)) {
          lines.add(text);
        }
      }
      rows.append(cell(labels.get(i), lines));
    }
    rows.append("</tr>\n");
  }

  /** Nothing if there are no rows, as a line says instead. */
  String html() {
    if (rows.isEmpty()) {
      return "";
    }
    final StringBuilder html = new StringBuilder("<table>\n<colgroup>");
    for (int i = 0; i < labels.size(); i++) {
      final double share = 100.0 * (begin(i + 1) - begin(i)) / width;
      html.append(String.format(Locale.ROOT, "<col style=\"width:%.1f%%\">", share));
    }
    html.append("</colgroup>\n<thead><tr>");
    for (JRPrintText label : labels) {
      html.append("<th scope=\"col\"").append(look(label)).append('>');
      html.append(Html.text(label.getFullText())).append("</th>");
    }
    return html.append("</tr></thead>\n<tbody>\n")
        .append(rows)
        .append("</tbody>\n</table>\n")
        .toString();
  }

  private static String cell(JRPrintText label, List<JRPrintText> lines) {
    final StringBuilder cell = new StringBuilder("<td").append(look(label));
    cell.append(" data-label=\"").append(Html.text(label.getFullText())).append("\">");
    for (JRPrintText line : lines) {
      cell.append(Html.element("p", line.getStyle().getName(), line).strip());
    }
    return cell.append("</td>").toString();
  }

  private static String look(JRPrintText label) {
    return label.getHorizontalTextAlign() == HorizontalTextAlignEnum.RIGHT
        ? " class=\"figure\""
        : "";
  }

  private int begin(int column) {
    return column == labels.size() ? width : labels.get(column).getX();
  }

  private static List<JRPrintText> texts(JRPrintFrame frame) {
    final List<JRPrintText> texts = new ArrayList<>();
    for (JRPrintElement element : frame.getElements()) {
      if (element instanceof JRPrintText text) {
        texts.add(text);
      }
    }
    return texts;
  }
}
