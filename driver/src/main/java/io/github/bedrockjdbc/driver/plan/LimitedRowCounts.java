package io.github.bedrockjdbc.driver.plan;

import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.metadata.RelMdMinRowCount;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;

/**
 * How many rows there are at least. What {@code LIMIT ?} and {@code OFFSET ?} leave is known only
 * once there are values; Calcite counts as if they were not there, and takes {@code EXISTS} for
 * true. Public as Calcite calls it by reflection.
 */
public final class LimitedRowCounts extends RelMdMinRowCount {
  @Override
  public Double getMinRowCount(Sort sort, RelMetadataQuery mq) {
    return isKnown(sort.offset) && isKnown(sort.fetch) ? super.getMinRowCount(sort, mq) : 0D;
  }

  private static boolean isKnown(RexNode rows) {
    return rows == null || rows instanceof RexLiteral;
  }
}
