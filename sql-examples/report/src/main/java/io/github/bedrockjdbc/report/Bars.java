package io.github.bedrockjdbc.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.general.DatasetUtils;

/** What the charts have in common: flat bars, faint lines, small type. */
final class Bars {
  static final Color INK = new Color(0x1F2933);

  private static final Color RULE = new Color(0xD9DEE3);
  private static final float FONT_SIZE = 7;

  private Bars() {}

  /**
   * Gives a chart the look of all.
   *
   * @param instead what stands in the place of bars if there are none
   */
  static void style(JFreeChart drawn, String instead) {
    final CategoryPlot plot = drawn.getCategoryPlot();
    drawn.setPadding(RectangleInsets.ZERO_INSETS);
    plot.setInsets(new RectangleInsets(2, 0, 0, 10)); // the last label is wider than its bar
    plot.setOutlineVisible(false);
    plot.setNoDataMessage(instead);
    plot.setNoDataMessageFont(font(drawn));
    plot.setNoDataMessagePaint(INK);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setRangeGridlinePaint(RULE);
    plot.setRangeGridlineStroke(new BasicStroke(0.5f));
    style(drawn, plot.getDomainAxis());
    style(drawn, plot.getRangeAxis());
    plot.getRangeAxis().setAxisLineVisible(false);
    if (DatasetUtils.isEmptyOrNull(plot.getDataset())) {
      plot.getRangeAxis().setVisible(false);
      plot.getDomainAxis().setVisible(false);
      plot.setRangeGridlinesVisible(false);
    }
    plot.getRangeAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    final LegendTitle legend = drawn.getLegend();
    if (legend != null) {
      legend.setFrame(BlockBorder.NONE);
      legend.setItemFont(font(drawn));
      legend.setItemPaint(INK);
      legend.setBackgroundPaint(Color.WHITE);
    }
    final BarRenderer bars = (BarRenderer) plot.getRenderer();
    bars.setBarPainter(new StandardBarPainter());
    bars.setShadowVisible(false);
    bars.setDrawBarOutline(false);
  }

  /** The one that the template's style names, which comes with the report. */
  static Font font(JFreeChart drawn) {
    final LegendTitle legend = drawn.getLegend();
    return legend == null
        ? drawn.getCategoryPlot().getDomainAxis().getTickLabelFont()
        : legend.getItemFont();
  }

  private static void style(JFreeChart drawn, Axis axis) {
    axis.setTickLabelFont(font(drawn).deriveFont(FONT_SIZE));
    axis.setTickLabelPaint(INK);
    axis.setAxisLinePaint(RULE);
    axis.setTickMarksVisible(false);
    axis.setLabel(null);
  }
}
