package io.github.bedrockjdbc.adapter.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.util.ImmutableBitSet;

/** The columns of outer rows that correlated sub-queries and lateral tables read, by variable. */
final class CorrelatedColumns extends RelHomogeneousShuttle {
  private final Map<CorrelationId, ImmutableBitSet> read = new HashMap<>();
  private final Set<CorrelationId> set = new HashSet<>();
  private final RexShuttle expressions =
      new RexShuttle() {
        @Override
        public RexNode visitSubQuery(RexSubQuery subQuery) {
          subQuery.rel.accept(CorrelatedColumns.this);
          return super.visitSubQuery(subQuery);
        }

        @Override
        public RexNode visitFieldAccess(RexFieldAccess access) {
          if (access.getReferenceExpr() instanceof RexCorrelVariable row) {
            add(row, ImmutableBitSet.of(access.getField().getIndex()));
            return access;
          }
          return super.visitFieldAccess(access);
        }

        @Override
        public RexNode visitCorrelVariable(RexCorrelVariable row) {
          add(row, ImmutableBitSet.range(row.getType().getFieldCount()));
          return row;
        }
      };

  private CorrelatedColumns() {}

  static CorrelatedColumns of(RelNode plan) {
    final CorrelatedColumns columns = new CorrelatedColumns();
    plan.accept(columns);
    return columns;
  }

  private void add(RexCorrelVariable row, ImmutableBitSet columns) {
    read.merge(row.id, columns, ImmutableBitSet::union);
  }

  @Override
  public RelNode visit(RelNode node) {
    set.addAll(node.getVariablesSet());
    node.accept(expressions);
    return super.visit(node);
  }

  /** Whether it is known of each variable whose rows it stands for. */
  boolean areKnown() {
    return set.containsAll(read.keySet());
  }

  /** What is read of the rows that these stand for. */
  ImmutableBitSet of(Set<CorrelationId> variables) {
    return variables.stream()
        .map(variable -> read.getOrDefault(variable, ImmutableBitSet.of()))
        .reduce(ImmutableBitSet.of(), ImmutableBitSet::union);
  }
}
