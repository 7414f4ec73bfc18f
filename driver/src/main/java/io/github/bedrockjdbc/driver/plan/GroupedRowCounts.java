package io.github.bedrockjdbc.driver.plan;

import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.metadata.RelMdMaxRowCount;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * How many rows there are at most. A grand total is there even if no row is; Calcite counts none,
 * and takes {@code EXISTS} for false. Public as Calcite calls it by reflection.
 */
public final class GroupedRowCounts extends RelMdMaxRowCount {
  @Override
  public Double getMaxRowCount(Aggregate groups, RelMetadataQuery mq) {
    final Double most = super.getMaxRowCount(groups, mq);
    final long totals = groups.getGroupSets().stream().filter(ImmutableBitSet::isEmpty).count();
    return most == null ? null : Double.valueOf(Math.max(most, (double) totals));
  }
}
