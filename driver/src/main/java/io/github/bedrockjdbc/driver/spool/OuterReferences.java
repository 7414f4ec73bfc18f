package io.github.bedrockjdbc.driver.spool;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexShuttle;

/**
 * What a part of a plan depends on besides the tables.
 *
 * @param fields of rows outside of it, for each of which it is run
 * @param isDeterministic whether it gives the same rows whenever these are the same
 */
record OuterReferences(List<RexFieldAccess> fields, boolean isDeterministic) {
  OuterReferences {
    fields = List.copyOf(fields);
  }

  static OuterReferences of(RelNode part) {
    final Finder finder = new Finder();
    finder.go(part);
    finder.fields.removeIf(field -> finder.inside.contains(variable(field)));
    return new OuterReferences(List.copyOf(finder.fields), finder.isDeterministic);
  }

  static CorrelationId variable(RexFieldAccess field) {
    return ((RexCorrelVariable) field.getReferenceExpr()).id;
  }

  private static final class Finder extends RelVisitor {
    private final Set<RexFieldAccess> fields = new LinkedHashSet<>();
    private final Set<CorrelationId> inside = new HashSet<>();
    private boolean isDeterministic = true;

    private final RexShuttle expressions =
        new RexShuttle() {
          @Override
          public RexNode visitFieldAccess(RexFieldAccess field) {
            if (field.getReferenceExpr() instanceof RexCorrelVariable) {
              fields.add(field);
            }
            return super.visitFieldAccess(field);
          }

          @Override
          public RexNode visitCall(RexCall call) {
            isDeterministic &= call.getOperator().isDeterministic();
            return super.visitCall(call);
          }
        };

    @Override
    public void visit(RelNode node, int ordinal, RelNode parent) {
      if (node instanceof Calc calc) { // whose expressions refer to each other
        final RexProgram program = calc.getProgram();
        program.getProjectList().forEach(ref -> program.expandLocalRef(ref).accept(expressions));
        if (program.getCondition() != null) {
          program.expandLocalRef(program.getCondition()).accept(expressions);
        }
      } else {
        node.accept(expressions);
      }
      if (node instanceof Correlate correlate) {
        inside.add(correlate.getCorrelationId());
      }
      super.visit(node, ordinal, parent);
    }
  }
}
