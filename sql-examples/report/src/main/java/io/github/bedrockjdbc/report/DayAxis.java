package io.github.bedrockjdbc.report;

import java.awt.Graphics2D;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.ui.RectangleEdge;

/** Days, of which so many have a label as there is room for; the last one always has. */
final class DayAxis extends CategoryAxis {
  private static final long serialVersionUID = 1;
  private static final int LABELS = 10;
  private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);

  private final LocalDate last;
  private final int step;

  DayAxis(LocalDate last, int days) {
    this.last = last;
    this.step = Math.max(1, (days + LABELS - 1) / LABELS);
    setMaximumCategoryLabelWidthRatio(step);
  }

  @Override
  @SuppressWarnings("rawtypes") // as JFreeChart has it
  protected TextBlock createLabel(
      Comparable category, float width, RectangleEdge edge, Graphics2D graphics) {
    final LocalDate day = (LocalDate) category;
    final TextBlock label = new TextBlock();
    if (ChronoUnit.DAYS.between(day, last) % step == 0) {
      label.addLine(LABEL.format(day), getTickLabelFont(), getTickLabelPaint());
    }
    return label;
  }
}
