package io.github.bedrockjdbc.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Makes what is summed as wide as its sum. A sum of {@code BIGINT} is a {@code DECIMAL}, so that it
 * cannot wrap; generated code adds values of one type only.
 */
final class DecimalSums extends RelHomogeneousShuttle {
  private final RexBuilder rexBuilder;
  private final RexShuttle expressions =
      new RexShuttle() {
        @Override
        public RexNode visitOver(RexOver over) {
          final RexOver inner = (RexOver) super.visitOver(over);
          return isWidened(inner.getAggOperator().getKind(), inner.getOperands())
              ? widened(inner)
              : inner;
        }

        @Override
        public RexNode visitSubQuery(RexSubQuery subQuery) {
          return super.visitSubQuery(subQuery.clone(subQuery.rel.accept(DecimalSums.this)));
        }
      };

  DecimalSums(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  public RelNode visit(RelNode node) {
    final RelNode visited = super.visit(node).accept(expressions);
    return visited instanceof Aggregate aggregate ? widened(aggregate) : visited;
  }

  private Aggregate widened(Aggregate aggregate) {
    final RelNode input = aggregate.getInput();
    final List<RexNode> columns = new ArrayList<>(rexBuilder.identityProjects(input.getRowType()));
    final List<AggregateCall> calls = new ArrayList<>();
    for (AggregateCall call : aggregate.getAggCallList()) {
      final List<RexNode> arguments = call.getArgList().stream().map(columns::get).toList();
      if (isWidened(call.getAggregation().getKind(), arguments)) {
        calls.add(call.withArgList(List.of(columns.size())));
        columns.add(decimal(arguments.get(0)));
      } else {
        calls.add(call);
      }
    }
    if (columns.size() == input.getRowType().getFieldCount()) {
      return aggregate;
    }
    return aggregate.copy(
        aggregate.getTraitSet(),
        LogicalProject.create(input, List.of(), columns, (List<String>) null, Set.of()),
        aggregate.getGroupSet(),
        aggregate.getGroupSets(),
        calls);
  }

  private RexNode widened(RexOver over) {
    return rexBuilder.makeOver(
        over.getType(),
        over.getAggOperator(),
        List.of(decimal(over.getOperands().get(0))),
        over.getWindow().partitionKeys,
        over.getWindow().orderKeys,
        over.getWindow().getLowerBound(),
        over.getWindow().getUpperBound(),
        over.getWindow().getExclude(),
        over.getWindow().isRows(),
        true,
        false,
        over.isDistinct(),
        over.ignoreNulls());
  }

  /** Averages are sums by numbers of rows. */
  private static boolean isWidened(SqlKind aggregation, List<RexNode> arguments) {
    return switch (aggregation) {
      case SUM, SUM0, AVG -> arguments.get(0).getType().getSqlTypeName() == SqlTypeName.BIGINT;
      default -> false;
    };
  }

  private RexNode decimal(RexNode whole) {
    final RelDataType sum =
        rexBuilder
            .getTypeFactory()
            .getTypeSystem()
            .deriveSumType(rexBuilder.getTypeFactory(), whole.getType());
    return rexBuilder.makeAbstractCast(sum, whole, false);
  }
}
