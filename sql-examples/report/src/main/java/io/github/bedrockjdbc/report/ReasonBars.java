package io.github.bedrockjdbc.report;

import java.text.NumberFormat;
import java.util.Locale;
import net.sf.jasperreports.charts.JRAbstractChartCustomizer;
import net.sf.jasperreports.charts.JRChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.general.DatasetUtils;

/** Slim bars with their numbers at the end, and room for reasons of many words. */
public final class ReasonBars extends JRAbstractChartCustomizer {
  private static final double WIDEST = 0.12;

  /** As long are the bars of the narrowest chart, beside the longest reasons. */
  private static final double LEAST_LENGTH = 136;

  private static final double DIGIT = 4.5;
  private static final double GAP = 5;

  /** For the template, which names the class. */
  public ReasonBars() {}

  @Override
  public void customize(JFreeChart drawn, JRChart described) {
    Bars.style(drawn, "No failed jobs in these days.");
    final CategoryPlot plot = drawn.getCategoryPlot();
    plot.getDomainAxis().setMaximumCategoryLabelLines(2);
    plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(0.4f);
    plot.getRangeAxis().setVisible(false);
    plot.getRangeAxis().setUpperMargin(margin(plot.getDataset()));
    plot.setRangeGridlinesVisible(false);
    final BarRenderer bars = (BarRenderer) plot.getRenderer();
    bars.setSeriesPaint(0, State.FAILED.color());
    bars.setMaximumBarWidth(WIDEST);
    bars.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2}", numbers()));
    bars.setDefaultItemLabelFont(Bars.font(drawn));
    bars.setDefaultItemLabelPaint(Bars.INK);
    bars.setDefaultItemLabelsVisible(true);
  }

  /** What the number at the end of the longest bar needs, as a share of that bar. */
  private static double margin(CategoryDataset reasons) {
    final Number most = reasons == null ? null : DatasetUtils.findMaximumRangeValue(reasons);
    final double number = most == null ? 0 : numbers().format(most).length() * DIGIT + GAP;
    return number / (LEAST_LENGTH - number);
  }

  private static NumberFormat numbers() {
    return NumberFormat.getIntegerInstance(Locale.ENGLISH);
  }
}
