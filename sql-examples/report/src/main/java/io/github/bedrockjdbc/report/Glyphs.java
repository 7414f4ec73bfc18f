package io.github.bedrockjdbc.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;

/**
 * Puts a box in the place of each character that the embedded font lacks, such as Chinese ones. The
 * library would leave them out, and nobody would know that something is missing. A browser has
 * fonts of its own.
 */
final class Glyphs {
  private static final String FONT = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf";
  private static final int BOX = '\u25A1';

  private Glyphs() {}

  static void replaceMissing(JasperPrint print) {
    final Font font = font();
    for (final JRPrintPage page : print.getPages()) {
      replaceMissing(page.getElements(), font);
    }
  }

  private static void replaceMissing(List<JRPrintElement> elements, Font font) {
    for (final JRPrintElement element : elements) {
      if (element instanceof JRPrintFrame frame) {
        replaceMissing(frame.getElements(), font);
      } else if (element instanceof JRPrintText text && text.getFullText() != null) {
        text.setText(shown(text.getFullText(), font));
      }
    }
  }

  private static String shown(String text, Font font) {
    return text.codePoints()
        .map(each -> font.canDisplay(each) || Character.isISOControl(each) ? each : BOX)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Font font() {
    try (InputStream file = Glyphs.class.getResourceAsStream(FONT)) {
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException("Cannot read " + FONT, e);
    }
  }
}
