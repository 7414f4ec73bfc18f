package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.driver.type.DriverTypes;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.CallImplementor;
import org.apache.calcite.adapter.enumerable.NullPolicy;
import org.apache.calcite.adapter.enumerable.RexImpTable;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Primitive;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.FunctionParameter;
import org.apache.calcite.schema.ImplementableFunction;
import org.apache.calcite.schema.ScalarFunction;
import org.apache.calcite.util.BuiltInMethod;

/**
 * A static method of objects, which gets nulls, and gives an object of the type of its call.
 *
 * @param isStashed whether the last argument is what an execution's context has under its name
 */
record AnyCode(Method method, boolean isStashed) implements ScalarFunction, ImplementableFunction {
  @Override
  public CallImplementor getImplementor() {
    return RexImpTable.createImplementor(
        (translator, call, operands) ->
            Expressions.convert_( // what Calcite makes of an object calls the method twice
                Expressions.call(method, arguments(operands)), javaClass(call.getType())),
        NullPolicy.NONE,
        false);
  }

  /** Rows are arrays, for which Calcite would make a class of their own. */
  private static Type javaClass(RelDataType type) {
    return type.isStruct() ? Object[].class : Primitive.box(new DriverTypes().getJavaClass(type));
  }

  private List<Expression> arguments(List<Expression> operands) {
    final List<Expression> arguments = new ArrayList<>(operands);
    arguments.replaceAll(Expressions::box);
    if (method.isVarArgs()) {
      return List.of(Expressions.newArrayInit(Object.class, arguments));
    }
    if (isStashed) {
      final int last = arguments.size() - 1;
      arguments.set(
          last,
          Expressions.call(
              DataContext.ROOT, BuiltInMethod.DATA_CONTEXT_GET.method, arguments.get(last)));
    }
    return arguments;
  }

  @Override
  public RelDataType getReturnType(RelDataTypeFactory types) {
    return types.createJavaType(method.getReturnType());
  }

  @Override
  public List<FunctionParameter> getParameters() {
    return List.of(); // nobody binds by name
  }
}
