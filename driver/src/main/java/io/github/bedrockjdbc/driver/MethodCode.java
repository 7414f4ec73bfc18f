package io.github.bedrockjdbc.driver;

import java.lang.reflect.Method;
import java.util.List;
import org.apache.calcite.adapter.enumerable.CallImplementor;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.FunctionParameter;
import org.apache.calcite.schema.ImplementableFunction;
import org.apache.calcite.schema.ScalarFunction;
import org.apache.calcite.schema.impl.ScalarFunctionImpl;

/**
 * A static method as Calcite's functions have it, annotations for NULL included. Calcite is asked
 * only where code is generated, because its table of implementations is large.
 */
record MethodCode(Method method) implements ScalarFunction, ImplementableFunction {
  @Override
  public CallImplementor getImplementor() {
    return ((ImplementableFunction) ScalarFunctionImpl.create(method)).getImplementor();
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
