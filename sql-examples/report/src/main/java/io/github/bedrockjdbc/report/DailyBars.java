package io.github.bedrockjdbc.report;

import java.awt.Color;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.sf.jasperreports.charts.JRAbstractChartCustomizer;
import net.sf.jasperreports.charts.JRChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Makes what the query tells a calendar: each day of the period has its place, and each state its
 * color and its place in the stack.
 */
public final class DailyBars extends JRAbstractChartCustomizer {
  private static final int MOST_OUTLINED = 92;

  /** For the template, which names the class. */
  public DailyBars() {}

  @Override
  public void customize(JFreeChart drawn, JRChart described) {
    final LocalDate first = day("FROM", 0);
    final LocalDate last = day("UNTIL", 1);
    final CategoryPlot plot = drawn.getCategoryPlot();
    final CategoryDataset days = calendar(plot.getDataset(), first, last);
    plot.setDataset(days);
    plot.setDomainAxis(new DayAxis(last, days.getColumnCount()));
    Bars.style(drawn, "No jobs in these days.");
    plot.getDomainAxis().setLowerMargin(0.005);
    plot.getDomainAxis().setUpperMargin(0.005);
    plot.getDomainAxis().setCategoryMargin(0.2);
    final BarRenderer bars = (BarRenderer) plot.getRenderer();
    for (int row = 0; row < days.getRowCount(); row++) {
      final String label = (String) days.getRowKey(row);
      bars.setSeriesPaint(row, State.of(label).map(State::color).orElse(State.UNKNOWN));
    }
    bars.setDrawBarOutline(
        days.getColumnCount() <= MOST_OUTLINED); // slimmer ones would be all line
    bars.setDefaultOutlinePaint(Color.WHITE);
    bars.setAutoPopulateSeriesOutlinePaint(false);
  }

  /** The day that a parameter lies in, or so many milliseconds before. */
  private LocalDate day(String parameter, long before) {
    final Timestamp time = (Timestamp) getParameterValue(parameter);
    return LocalDate.ofInstant(time.toInstant().minusMillis(before), ZoneOffset.UTC);
  }

  /**
   * States of which there are no jobs stay away, so that the legend is short.
   *
   * @param told null if there are no jobs at all
   */
  private static CategoryDataset calendar(CategoryDataset told, LocalDate first, LocalDate last) {
    final DefaultCategoryDataset days = new DefaultCategoryDataset();
    if (told == null) {
      return days;
    }
    for (final String state : stack(told.getRowKeys())) {
      for (final LocalDate day : first.datesUntil(last.plusDays(1)).toList()) {
        final boolean any = told.getColumnIndex(day.toString()) >= 0;
        days.addValue(any ? told.getValue(state, day.toString()) : null, state, day);
      }
    }
    return days;
  }

  private static Set<String> stack(List<?> told) {
    final Set<String> states = new LinkedHashSet<>();
    State.ALL.stream().map(State::label).filter(told::contains).forEach(states::add);
    told.forEach(other -> states.add((String) other));
    return states;
  }
}
