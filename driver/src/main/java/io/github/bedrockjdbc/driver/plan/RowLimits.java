package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.driver.code.DelegatingContext;
import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.apache.calcite.DataContext;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;

/**
 * The limits of a statement, made to fit Calcite's generated code, which counts rows with an {@code
 * int}, fails for NULL and takes a negative number for zero.
 */
final class RowLimits {
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private final Map<String, Integer> whenNull = new HashMap<>();

  /** The same plan, with no number beyond what fits; remembers the limits that are parameters. */
  RelNode fitted(RelNode plan) {
    return plan.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(RelNode other) {
            final RelNode visited = super.visit(other);
            return visited instanceof Sort sort ? fitted(sort) : visited;
          }
        });
  }

  private Sort fitted(Sort sort) {
    final RexBuilder rexBuilder = sort.getCluster().getRexBuilder();
    return sort.copy(
        sort.getTraitSet(),
        sort.getInput(),
        sort.getCollation(),
        fitted(sort.offset, 0, rexBuilder),
        fitted(sort.fetch, Integer.MAX_VALUE, rexBuilder));
  }

  private RexNode fitted(RexNode count, int none, RexBuilder rexBuilder) {
    if (count instanceof RexDynamicParam parameter) {
      whenNull.put("?" + parameter.getIndex(), none);
    }
    return count instanceof RexLiteral literal
            && literal.getValueAs(BigDecimal.class).compareTo(MOST) > 0
        ? rexBuilder.makeExactLiteral(MOST)
        : count;
  }

  /** An execution's context, whose limits are numbers of rows. */
  DataContext fitted(DataContext execution) {
    return whenNull.isEmpty() ? execution : new Fitted(execution, whenNull);
  }

  private record Fitted(DataContext execution, Map<String, Integer> whenNull)
      implements DelegatingContext {
    @Override
    public Object get(String name) {
      final Object value = execution.get(name);
      final Integer none = whenNull.get(name);
      if (none == null) {
        return value;
      }
      if (value instanceof Number count && count.longValue() < 0) {
        throw none == 0
            ? new SqlFault(SqlState.INVALID_OFFSET, "OFFSET must not be negative: " + count)
            : new SqlFault(SqlState.INVALID_LIMIT, "LIMIT must not be negative: " + count);
      }
      return value == null ? none : value;
    }
  }
}
