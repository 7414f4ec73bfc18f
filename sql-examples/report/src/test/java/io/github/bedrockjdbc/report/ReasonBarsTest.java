package io.github.bedrockjdbc.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonBarsTest {
  /** On a telephone. */
  private static final int WIDTH = 250;

  private static final int SCALE = 3;

  private static final int NUMBER = 20 * SCALE;

  /** Right of the bars: what stands there is cut off. */
  private static final int INSET = 10;

  @ParameterizedTest
  @ValueSource(ints = {5, 88, 245, 1000})
  void theNumberOfTheLongestBarIsWhole(int failures) {
    final BufferedImage image = image(failures);
    final int edge = (WIDTH - INSET) * SCALE;
    boolean isThere = false;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = edge - NUMBER; x < edge; x++) {
        final boolean isInk = isInk(image.getRGB(x, y));
        assertThat(isInk && x >= edge - SCALE).as("cut off at %d", y).isFalse();
        isThere |= isInk;
      }
    }
    assertThat(isThere).as("a number near the edge").isTrue();
  }

  private static BufferedImage image(int failures) {
    final DefaultCategoryDataset reasons = new DefaultCategoryDataset();
    reasons.addValue(failures, "jobs", "a reason of many words that goes on and on and on");
    reasons.addValue(1, "jobs", "another");
    final JFreeChart chart =
        ChartFactory.createBarChart(
            null, null, null, reasons, PlotOrientation.HORIZONTAL, false, false, false);
    chart.getCategoryPlot().setAxisOffset(RectangleInsets.ZERO_INSETS); // as in the template
    new ReasonBars().customize(chart, null);
    final BufferedImage image =
        new BufferedImage(WIDTH * SCALE, 170 * SCALE, BufferedImage.TYPE_INT_RGB);
    final Graphics2D graphics = image.createGraphics();
    graphics.scale(SCALE, SCALE);
    chart.draw(graphics, new Rectangle(WIDTH, 170));
    graphics.dispose();
    return image;
  }

  private static boolean isInk(int color) {
    final Color seen = new Color(color);
    return seen.getRed() < 128 && seen.getGreen() < 128 && seen.getBlue() < 128;
  }
}
