package io.github.bedrockjdbc.driver.function;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.schema.Function;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.validate.SqlUserDefinedFunction;

/**
 * A static method that generated code calls, as an operator of row expressions. No statement can
 * name it. Null for any argument gives null. The class of the method must be public, because
 * generated code is a package of its own.
 */
public final class CodeFunction extends SqlUserDefinedFunction {
  private final boolean isDeterministic;

  private CodeFunction(Method method, Function code) {
    this(method, code, true);
  }

  private CodeFunction(Method method, Function code, boolean isDeterministic) {
    super(
        new SqlIdentifier(method.getName(), SqlParserPos.ZERO),
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.ARG0, // never asked for: each call states its type
        null,
        null,
        code);
    this.isDeterministic = isDeterministic;
  }

  /** The one method of that name. */
  public static CodeFunction of(Class<?> owner, String name) {
    final Method method = method(owner, name);
    return new CodeFunction(method, new MethodCode(method));
  }

  /** One that gives another value each time. */
  static CodeFunction random(Class<?> owner, String name) {
    final Method method = method(owner, name);
    return new CodeFunction(method, new MethodCode(method), false);
  }

  @Override
  public boolean isDeterministic() {
    return isDeterministic;
  }

  /** One that takes nulls, and objects of any type. */
  public static CodeFunction ofAny(Class<?> owner, String name) {
    final Method method = method(owner, name);
    return new CodeFunction(method, new AnyCode(method, false));
  }

  /** The same, but that its last argument names what an execution's context has. */
  public static CodeFunction ofStashed(Class<?> owner, String name) {
    final Method method = method(owner, name);
    return new CodeFunction(method, new AnyCode(method, true));
  }

  private static Method method(Class<?> owner, String name) {
    return Arrays.stream(owner.getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  public RexNode call(RexBuilder rexBuilder, RelDataType type, RexNode... operands) {
    return rexBuilder.makeCall(type, this, List.of(operands));
  }
}
