package io.github.bedrockjdbc.driver;

import java.lang.reflect.Method;
import java.util.List;
import org.apache.calcite.adapter.enumerable.CallImplementor;
import org.apache.calcite.adapter.enumerable.NullPolicy;
import org.apache.calcite.adapter.enumerable.ReflectiveCallNotNullImplementor;
import org.apache.calcite.adapter.enumerable.RexImpTable;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.FunctionParameter;
import org.apache.calcite.schema.ImplementableFunction;
import org.apache.calcite.schema.ScalarFunction;

/**
 * A static method that generated code calls; null for any argument gives null. Calcite's table of
 * implementations is asked only where code is generated: it is large.
 */
record MethodCode(Method method) implements ScalarFunction, ImplementableFunction {
  @Override
  public CallImplementor getImplementor() {
    return RexImpTable.createImplementor(
        new ReflectiveCallNotNullImplementor(method), NullPolicy.STRICT, false);
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
