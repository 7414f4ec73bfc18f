package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.driver.runtime.TextLimit;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.CallImplementor;
import org.apache.calcite.adapter.enumerable.NullPolicy;
import org.apache.calcite.adapter.enumerable.ReflectiveCallNotNullImplementor;
import org.apache.calcite.adapter.enumerable.RexImpTable;
import org.apache.calcite.adapter.enumerable.RexToLixTranslator;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.schema.FunctionParameter;
import org.apache.calcite.schema.ImplementableFunction;
import org.apache.calcite.schema.ScalarFunction;

/**
 * A static method that generated code calls; null for any argument gives null. One that may take
 * long has the execution, a {@link DataContext}, before its arguments. Calcite's table of
 * implementations is asked only where code is generated: it is large.
 */
record MethodCode(Method method) implements ScalarFunction, ImplementableFunction {
  private static final Method BOUNDED =
      Types.lookupMethod(TextLimit.class, "bounded", DataContext.class, String.class);

  @Override
  public CallImplementor getImplementor() {
    return RexImpTable.createImplementor(new Call(method), NullPolicy.STRICT, false);
  }

  @Override
  public RelDataType getReturnType(RelDataTypeFactory types) {
    return types.createJavaType(method.getReturnType());
  }

  @Override
  public List<FunctionParameter> getParameters() {
    return List.of(); // nobody binds by name
  }

  /** Passes the execution on to a method that asks for it, and bounds texts. */
  private static final class Call extends ReflectiveCallNotNullImplementor {
    Call(Method method) {
      super(method);
    }

    @Override
    public Expression implement(
        RexToLixTranslator translator, RexCall call, List<Expression> operands) {
      final List<Expression> arguments = new ArrayList<>(operands);
      if (takesExecution(method)) {
        arguments.add(0, translator.getRoot());
      }
      final Expression result = super.implement(translator, call, arguments);
      return method.getReturnType() == String.class
          ? Expressions.call(BOUNDED, translator.getRoot(), result)
          : result;
    }
  }

  private static boolean takesExecution(Method method) {
    return method.getParameterCount() > 0 && method.getParameterTypes()[0] == DataContext.class;
  }
}
