package io.github.bedrockjdbc.adapter;

import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBiVisitor;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexVariable;
import org.apache.calcite.rex.RexVisitor;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Reads row expressions over a scan's columns.
 *
 * @param projection the column behind each input reference
 */
record Columns(List<JobColumn> projection) {

  /** Whether an expression is this column, or a cast of it that changes no value. */
  boolean is(JobColumn column, RexNode expression) {
    final RexNode bare = withoutWideningCast(expression);
    return bare instanceof RexInputRef ref && projection.get(ref.getIndex()) == column;
  }

  /** A predicate with the columns' names, for people. */
  String named(RexNode predicate) {
    return predicate
        .accept(
            new RexShuttle() {
              @Override
              public RexNode visitInputRef(RexInputRef ref) {
                return new Named(projection.get(ref.getIndex()), ref.getType());
              }
            })
        .toString();
  }

  /** A text that is known, or will be when the query is executed. */
  static Optional<Operand> text(RexNode expression) {
    if (expression instanceof RexDynamicParam parameter
        && parameter.getType().getFamily() == SqlTypeFamily.CHARACTER) {
      return Optional.of(new Operand.Parameter(parameter.getIndex()));
    }
    if (expression instanceof RexLiteral literal
        && literal.getTypeName() == SqlTypeName.CHAR
        && !literal.isNull()) {
      return Optional.of(new Operand.Constant(literal.getValueAs(String.class)));
    }
    return Optional.empty();
  }

  /** A cast to text without a length keeps every text as it is. */
  private static RexNode withoutWideningCast(RexNode expression) {
    final boolean isWidening =
        expression.isA(SqlKind.CAST)
            && expression.getType().getSqlTypeName() == SqlTypeName.VARCHAR
            && expression.getType().getPrecision() < 0
            && operand(expression).getType().getSqlTypeName() == SqlTypeName.VARCHAR;
    return isWidening ? withoutWideningCast(operand(expression)) : expression;
  }

  private static RexNode operand(RexNode call) {
    return ((RexCall) call).getOperands().get(0);
  }

  /** An input reference that is written as its column's name. */
  private static final class Named extends RexVariable {
    Named(JobColumn column, RelDataType type) {
      super(column.columnName(), type);
    }

    @Override
    public <R> R accept(RexVisitor<R> visitor) {
      throw new UnsupportedOperationException("Only to be printed");
    }

    @Override
    public <R, P> R accept(RexBiVisitor<R, P> visitor, P argument) {
      throw new UnsupportedOperationException("Only to be printed");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Named named && named.digest.equals(digest);
    }

    @Override
    public int hashCode() {
      return digest.hashCode();
    }
  }
}
