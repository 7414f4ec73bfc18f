package io.github.bedrockjdbc.driver.syntax;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.function.Functions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * Refuses aggregates in subqueries that are of outer columns only. In SQL such an aggregate is one
 * of the outer query; Calcite makes one of the subquery, which gives other rows.
 */
public final class OuterAggregates extends SqlBasicVisitor<Void> {
  private static final Set<SqlKind> AROUND =
      Set.of(SqlKind.FILTER, SqlKind.WITHIN_GROUP, SqlKind.RESPECT_NULLS, SqlKind.IGNORE_NULLS);

  /** Names of the relations of each query around, the innermost first. */
  private final Deque<Set<String>> scopes = new ArrayDeque<>();

  private OuterAggregates() {}

  /**
   * Checks a statement.
   *
   * @param validated whose columns all have the names of their relations
   */
  public static void check(SqlNode validated) {
    validated.accept(new OuterAggregates());
  }

  /** Whether a call is an aggregate, with what belongs to it. */
  static boolean isAggregate(SqlCall call) {
    return isAround(call)
        || (call.getOperator() instanceof SqlFunction function
            && Functions.isAggregate(function.getName()));
  }

  /** Whether a call stands around that of an aggregate or window function. */
  static boolean isAround(SqlCall call) {
    return AROUND.contains(call.getKind());
  }

  @Override
  public Void visit(SqlCall call) {
    if (call instanceof SqlSelect select) {
      scopes.push(OuterColumns.relations(select.getFrom()));
      super.visit(call);
      scopes.pop();
    } else if (call.getKind() == SqlKind.OVER) {
      // of a window function, only what it is of may be aggregates
      visitWindowed(call.operand(0));
      call.operand(1).accept(this);
    } else if (isAggregate(call)) {
      check(call);
    } else {
      super.visit(call);
    }
    return null;
  }

  private void visitWindowed(SqlCall function) {
    for (SqlNode operand : function.getOperandList()) {
      if (isAround(function) && operand == function.operand(0)) {
        visitWindowed(function.operand(0));
      } else if (operand != null) {
        operand.accept(this);
      }
    }
  }

  private void check(SqlCall aggregate) {
    final Columns columns = new Columns(scopes.isEmpty() ? Set.of() : scopes.peek());
    aggregate.accept(columns);
    if (columns.anyOuter && !columns.anyOwn) {
      throw SqlMistake.at(
          aggregate.getParserPosition(),
          name(aggregate).toUpperCase(Locale.ROOT)
              + " of columns of the outer query alone belongs to the outer query: write it there,"
              + " or use a column of the subquery in it");
    }
  }

  private static String name(SqlCall aggregate) {
    return isAround(aggregate) ? name(aggregate.operand(0)) : aggregate.getOperator().getName();
  }

  /**
   * Of which relations the columns of an aggregate are; those of its own subqueries do not count.
   */
  private static final class Columns extends SqlBasicVisitor<Void> {
    private final Set<String> own;
    private final Deque<Set<String>> inner = new ArrayDeque<>();
    private boolean anyOwn;
    private boolean anyOuter;

    Columns(Set<String> own) {
      this.own = own;
    }

    @Override
    public Void visit(SqlCall call) {
      if (!(call instanceof SqlSelect select)) {
        return super.visit(call);
      }
      inner.push(OuterColumns.relations(select.getFrom()));
      for (SqlNode part : select.getOperandList()) {
        if (part != null && part == select.getFrom()) {
          visitFrom(part);
        } else if (part != null) {
          part.accept(this);
        }
      }
      inner.pop();
      return null;
    }

    /** Names of tables are no columns. */
    private void visitFrom(SqlNode from) {
      if (from instanceof SqlJoin join) {
        visitFrom(join.getLeft());
        visitFrom(join.getRight());
        if (join.getCondition() != null) {
          join.getCondition().accept(this);
        }
      } else if (from.getKind() == SqlKind.AS) {
        visitFrom(((SqlCall) from).operand(0));
      } else if (!(from instanceof SqlIdentifier)) {
        from.accept(this);
      }
    }

    @Override
    public Void visit(SqlIdentifier id) {
      final int names = id.names.size();
      if (names > 1) {
        final String relation = id.names.get(names - 2).toLowerCase(Locale.ROOT);
        if (inner.stream().noneMatch(each -> each.contains(relation))) {
          anyOwn |= own.contains(relation);
          anyOuter |= !own.contains(relation);
        }
      }
      return null;
    }
  }
}
