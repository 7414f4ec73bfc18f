package io.github.bedrockjdbc.report;

import java.text.NumberFormat;
import java.util.Locale;
import net.sf.jasperreports.charts.JRAbstractChartCustomizer;
import net.sf.jasperreports.charts.JRChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;

/** Slim bars with their numbers at the end, and room for reasons of many words. */
public final class ReasonBars extends JRAbstractChartCustomizer {
  private static final double WIDEST = 0.12;

  /** For the template, which names the class. */
  public ReasonBars() {}

  @Override
  public void customize(JFreeChart drawn, JRChart described) {
    Bars.style(drawn, "No failed jobs in these days.");
    final CategoryPlot plot = drawn.getCategoryPlot();
    plot.getDomainAxis().setMaximumCategoryLabelLines(2);
    plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(0.4f);
    plot.getRangeAxis().setVisible(false);
    plot.getRangeAxis().setUpperMargin(0.1);
    plot.setRangeGridlinesVisible(false);
    final BarRenderer bars = (BarRenderer) plot.getRenderer();
    bars.setSeriesPaint(0, State.FAILED.color());
    bars.setMaximumBarWidth(WIDEST);
    bars.setDefaultItemLabelGenerator(
        new StandardCategoryItemLabelGenerator(
            "{2}", NumberFormat.getIntegerInstance(Locale.ENGLISH)));
    bars.setDefaultItemLabelFont(Bars.font(drawn));
    bars.setDefaultItemLabelPaint(Bars.INK);
    bars.setDefaultItemLabelsVisible(true);
  }
}
