package io.github.bedrockjdbc.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/** A chart for wide screens and paper, and once more for narrow ones, with the same type. */
final class ChartImages {
  /** A browser's pixels are finer than the library takes them for. */
  private static final int SCALE = 3;

  private static final int NARROW = 250;
  private static final int LEAST_HEIGHT = 170;

  private ChartImages() {}

  static String of(JRPrintImage chart) throws JRException, IOException {
    final int height = chart.getHeight();
    return """
        <figure><picture>
        <source media="screen and (max-width: 639px)" srcset="%s" width="%d" height="%d">
        <img src="%s" alt="%s" width="%d" height="%d">
        </picture></figure>
        """
        .formatted(
            image(chart, NARROW, Math.max(height, LEAST_HEIGHT)),
            NARROW,
            Math.max(height, LEAST_HEIGHT),
            image(chart, chart.getWidth(), height),
            Html.text(chart.getHyperlinkTooltip()),
            chart.getWidth(),
            height);
  }

  private static String image(JRPrintImage chart, int width, int height)
      throws JRException, IOException {
    final BufferedImage image =
        new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
    final Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.scale(SCALE, SCALE);
    ((Graphics2DRenderable) chart.getRenderer())
        .render(
            DefaultJasperReportsContext.getInstance(),
            graphics,
            new Rectangle2D.Double(0, 0, width, height));
    graphics.dispose();
    final ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }
}
