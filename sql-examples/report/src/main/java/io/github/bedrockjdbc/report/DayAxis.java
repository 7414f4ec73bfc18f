package io.github.bedrockjdbc.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.ui.RectangleEdge;

/** Days, of which as many have a label as there is room for; the last one always has. */
final class DayAxis extends CategoryAxis {
  private static final long serialVersionUID = 1;

  /** As wide as a label and the room beside it. */
  private static final double LABEL_WIDTH = 45;

  private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);

  private final LocalDate last;
  private final int days;
  private int step = 1;

  DayAxis(LocalDate last, int days) {
    this.last = last;
    this.days = days;
    setMaximumCategoryLabelWidthRatio(days);
  }

  @Override
  @SuppressWarnings("rawtypes") // as JFreeChart has it
  public List refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    final int labels = (int) Math.max(1, area.getWidth() / LABEL_WIDTH);
    step = Math.max(1, (days + labels - 1) / labels);
    return super.refreshTicks(graphics, state, area, edge);
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
