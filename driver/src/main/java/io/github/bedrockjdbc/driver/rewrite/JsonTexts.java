package io.github.bedrockjdbc.driver.rewrite;

import io.github.bedrockjdbc.driver.function.CodeFunction;
import io.github.bedrockjdbc.driver.runtime.BoundedFunctions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;

/**
 * Bounds functions of JSON: a text within a text within a text is escaped over and over, and some
 * paths take time without end.
 */
public final class JsonTexts extends ExpressionRewrite {
  private static final Set<String> OF_PATHS = Set.of("JSON_VALUE", "JSON_QUERY", "JSON_EXISTS");
  private static final Set<String> GROWING = Set.of("JSON_OBJECT", "JSON_ARRAY", "JSON_QUERY");

  private static final CodeFunction PATH = CodeFunction.of(BoundedFunctions.class, "jsonPath");
  private static final CodeFunction TEXT = CodeFunction.of(BoundedFunctions.class, "json");

  private final RexBuilder rexBuilder;

  public JsonTexts(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  RexNode rewritten(RexCall call) {
    final String name = call.getOperator().getName();
    final RexNode checked = OF_PATHS.contains(name) ? withPath(call) : call;
    return GROWING.contains(name) ? TEXT.call(rexBuilder, call.getType(), checked) : checked;
  }

  private RexNode withPath(RexCall call) {
    final List<RexNode> operands = new ArrayList<>(call.getOperands());
    final RexNode path = operands.get(1);
    if (path instanceof RexLiteral literal) {
      if (!literal.isNull()) {
        BoundedFunctions.jsonPath(literal.getValueAs(String.class));
      }
      return call;
    }
    operands.set(1, PATH.call(rexBuilder, path.getType(), path));
    return call.clone(call.getType(), operands);
  }
}
