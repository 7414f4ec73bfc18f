package io.github.bedrockjdbc.driver.rewrite;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Compares row values part by part. Generated code would compare arrays, which are equal to
 * themselves only.
 */
public final class RowComparisons extends ExpressionRewrite {
  private final RexBuilder rexBuilder;

  public RowComparisons(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  public RelNode visit(RelNode node) {
    final boolean comparesRows =
        node instanceof SetOp operation && !(operation.all && operation.kind == SqlKind.UNION);
    if (comparesRows
        && node.getRowType().getFieldList().stream().anyMatch(f -> f.getType().isStruct())) {
      throw SqlMistake.at(
          SqlParserPos.ZERO,
          ((SetOp) node).kind + " cannot compare row values; write their parts as columns");
    }
    return super.visit(node);
  }

  @Override
  RexNode rewritten(RexCall call) {
    if (call.isA(SqlKind.AND) || call.isA(SqlKind.OR)) { // of what comparisons have become
      return RexUtil.flatten(rexBuilder, call);
    }
    if (call.getOperands().isEmpty()
        || call.getOperands().stream().anyMatch(operand -> !operand.getType().isStruct())) {
      return call;
    }
    final List<RexNode> left = parts(call.getOperands().get(0));
    return switch (call.getKind()) {
      case IS_NULL, IS_NOT_NULL -> each(call.getOperator(), left, SqlStdOperatorTable.AND);
      case EQUALS, IS_NOT_DISTINCT_FROM ->
          each(call.getOperator(), left, other(call), SqlStdOperatorTable.AND);
      case NOT_EQUALS, IS_DISTINCT_FROM ->
          each(call.getOperator(), left, other(call), SqlStdOperatorTable.OR);
      case LESS_THAN, LESS_THAN_OR_EQUAL ->
          ordered(SqlStdOperatorTable.LESS_THAN, call.getOperator(), left, other(call));
      case GREATER_THAN, GREATER_THAN_OR_EQUAL ->
          ordered(SqlStdOperatorTable.GREATER_THAN, call.getOperator(), left, other(call));
      default -> call;
    };
  }

  private List<RexNode> other(RexCall call) {
    return parts(call.getOperands().get(1));
  }

  private List<RexNode> parts(RexNode row) {
    if (row instanceof RexCall call && row.isA(SqlKind.ROW)) {
      return call.getOperands();
    }
    if (row instanceof RexCall call
        && isPlainCast(call)
        && call.getOperands().get(0).getType().isStruct()) {
      return cast(parts(call.getOperands().get(0)), row.getType().getFieldList());
    }
    final List<RexNode> parts = new ArrayList<>();
    for (int i = 0; i < row.getType().getFieldCount(); i++) {
      parts.add(rexBuilder.makeFieldAccess(row, i));
    }
    return parts;
  }

  /** Each may be NULL if it could before, which the types of a row's cast do not know. */
  private List<RexNode> cast(List<RexNode> parts, List<RelDataTypeField> fields) {
    final List<RexNode> cast = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      final RexNode part = parts.get(i);
      cast.add(
          rexBuilder.makeCast(
              rexBuilder
                  .getTypeFactory()
                  .createTypeWithNullability(fields.get(i).getType(), part.getType().isNullable()),
              part));
    }
    return cast;
  }

  private RexNode each(SqlOperator test, List<RexNode> parts, SqlOperator between) {
    final List<RexNode> tests = new ArrayList<>();
    parts.forEach(part -> tests.add(compared(test, part)));
    return all(between, tests);
  }

  private RexNode each(
      SqlOperator test, List<RexNode> left, List<RexNode> right, SqlOperator between) {
    final List<RexNode> tests = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      tests.add(compared(test, left.get(i), right.get(i)));
    }
    return all(between, tests);
  }

  /** The first parts decide, if they are not equal. */
  private RexNode ordered(
      SqlOperator strict, SqlOperator last, List<RexNode> left, List<RexNode> right) {
    final int end = left.size() - 1;
    RexNode rest = compared(last, left.get(end), right.get(end));
    for (int i = end - 1; i >= 0; i--) {
      rest =
          rexBuilder.makeCall(
              SqlStdOperatorTable.OR,
              compared(strict, left.get(i), right.get(i)),
              rexBuilder.makeCall(
                  SqlStdOperatorTable.AND,
                  compared(SqlStdOperatorTable.EQUALS, left.get(i), right.get(i)),
                  rest));
    }
    return rest;
  }

  private RexNode compared(SqlOperator operator, RexNode... parts) {
    final RexNode comparison = rexBuilder.makeCall(operator, parts);
    return comparison instanceof RexCall call ? rewritten(call) : comparison; // rows in rows
  }

  private RexNode all(SqlOperator between, List<RexNode> tests) {
    return tests.size() == 1
        ? tests.get(0)
        : RexUtil.flatten(rexBuilder, rexBuilder.makeCall(between, tests));
  }
}
