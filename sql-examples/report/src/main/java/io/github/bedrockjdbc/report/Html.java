package io.github.bedrockjdbc.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import net.sf.jasperreports.engine.JRPrintText;

/** The small parts of an HTML page. */
final class Html {
  private Html() {}

  /** Also for attributes in double quotes; line breaks stay. */
  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replaceAll("\\R", "<br>");
  }

  /** With a class, unless it is that of all text. */
  static String element(String name, String style, JRPrintText text) {
    final boolean isUsual = style.isEmpty() || style.equals("text");
    return "<%s%s>%s</%s>\n"
        .formatted(name, isUsual ? "" : " class=\"" + style + "\"", text(text.getFullText()), name);
  }

  static String resource(String name) throws IOException {
    try (InputStream file = Objects.requireNonNull(Html.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }
}
