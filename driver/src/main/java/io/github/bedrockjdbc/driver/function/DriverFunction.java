package io.github.bedrockjdbc.driver.function;

import com.google.common.collect.ImmutableList;
import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.DataContext;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.Function;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlOperandMetadata;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeTransforms;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlUserDefinedFunction;
import org.apache.calcite.sql.validate.SqlValidator;

/** A function that a public static method computes; null if an argument is null. */
public class DriverFunction extends SqlUserDefinedFunction {
  /** What an argument is; a question mark in its place gets that type. */
  enum Argument {
    /** A value of another type counts as its text. */
    TEXT("text", SqlTypeFamily.CHARACTER, SqlTypeName.VARCHAR, String.class),
    WHOLE("whole number", SqlTypeFamily.INTEGER, SqlTypeName.BIGINT, long.class),
    NUMBER("number", SqlTypeFamily.NUMERIC, SqlTypeName.DECIMAL, BigDecimal.class),
    /** A timestamp, as milliseconds since 1970. */
    TIMESTAMP("timestamp", SqlTypeFamily.TIMESTAMP, SqlTypeName.TIMESTAMP, long.class),
    /** Checked by the function itself. */
    TIME_OR_INTERVAL("time or interval", SqlTypeFamily.ANY, SqlTypeName.ANY, long.class);

    private final String words;
    private final SqlTypeFamily family;
    private final SqlTypeName type;
    private final Class<?> javaClass;

    Argument(String words, SqlTypeFamily family, SqlTypeName type, Class<?> javaClass) {
      this.words = words;
      this.family = family;
      this.type = type;
      this.javaClass = javaClass;
    }

    /** Calcite would cut numbers to whole ones, and take them for times. */
    private boolean takes(RelDataType given) {
      final SqlTypeName name = given.getSqlTypeName();
      return switch (this) {
        case TEXT, TIME_OR_INTERVAL -> true;
        case WHOLE -> !SqlTypeUtil.isNumeric(given) || SqlTypeName.INT_TYPES.contains(name);
        case NUMBER -> !SqlTypeUtil.isDatetime(given) && !SqlTypeUtil.isInterval(given);
        case TIMESTAMP -> !SqlTypeUtil.isNumeric(given) && name != SqlTypeName.TIME;
      };
    }
  }

  private final List<Argument> takes;

  DriverFunction(String name, SqlKind kind, SqlTypeName result, Function code, Argument... takes) {
    this(name, kind, result(result), code, takes);
  }

  private DriverFunction(
      String name, SqlKind kind, SqlReturnTypeInference result, Function code, Argument... takes) {
    super(
        new SqlIdentifier(name, SqlParserPos.ZERO),
        kind,
        result,
        (binding, returned, types) -> types(binding.getTypeFactory(), takes).toArray(types),
        metadata(takes),
        code,
        SqlFunctionCategory.USER_DEFINED_FUNCTION,
        SqlSyntax.FUNCTION);
    this.takes = List.of(takes);
  }

  /** Checked early: Calcite fails where a function has one form and the call another number. */
  @Override
  public SqlNode rewriteCall(SqlValidator validator, SqlCall call) {
    if (call.operandCount() != takes.size()) {
      throw SqlMistake.at(
          call.getParserPosition(),
          "function '"
              + getName()
              + "' does not take "
              + call.operandCount()
              + " arguments; write "
              + form());
    }
    return call;
  }

  /** How it is written. */
  final String form() {
    return takes.stream()
        .map(argument -> argument.words)
        .collect(Collectors.joining(", ", getName() + "(", ")"));
  }

  /** Whether arguments of these types are meant, perhaps after a cast. */
  public boolean takes(List<RelDataType> given) {
    for (int i = 0; i < given.size(); i++) {
      if (!takes.get(i).takes(given.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * A function of that many arguments.
   *
   * @param in a public class, because generated code calls it
   */
  static DriverFunction of(
      String name, SqlTypeName result, Class<?> in, String method, Argument... takes) {
    return new DriverFunction(
        name, SqlKind.OTHER_FUNCTION, result, new MethodCode(method(in, method, takes)), takes);
  }

  /** One that may give null for arguments that are not: a text. */
  static DriverFunction nullable(String name, Class<?> in, String method, Argument... takes) {
    return new DriverFunction(
        name,
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.explicit(SqlTypeName.VARCHAR).andThen(SqlTypeTransforms.FORCE_NULLABLE),
        new MethodCode(method(in, method, takes)),
        takes);
  }

  static Method method(Class<?> in, String name, Argument... takes) {
    final List<Class<?>> types = new ArrayList<>();
    Arrays.stream(takes).forEach(argument -> types.add(argument.javaClass));
    final List<Class<?>> withExecution = new ArrayList<>(types);
    withExecution.add(0, DataContext.class);
    return Arrays.stream(in.getMethods())
        .filter(method -> method.getName().equals(name))
        .filter(
            method ->
                types.equals(List.of(method.getParameterTypes()))
                    || withExecution.equals(List.of(method.getParameterTypes())))
        .findFirst()
        .orElseThrow();
  }

  private static SqlReturnTypeInference result(SqlTypeName type) {
    final SqlReturnTypeInference result =
        type == SqlTypeName.DECIMAL
            ? binding -> binding.getTypeFactory().createSqlType(type, 19, 3)
            : ReturnTypes.explicit(type);
    return ReturnTypes.cascade(result, SqlTypeTransforms.TO_NULLABLE);
  }

  private static SqlOperandMetadata metadata(Argument... takes) {
    return OperandTypes.operandMetadata(
        Arrays.stream(takes)
            .map(argument -> argument.family)
            .collect(ImmutableList.toImmutableList()),
        types -> types(types, takes),
        index -> "argument" + (index + 1),
        index -> false);
  }

  private static List<RelDataType> types(RelDataTypeFactory types, Argument... takes) {
    return Arrays.stream(takes)
        .map(argument -> types.createTypeWithNullability(types.createSqlType(argument.type), true))
        .toList();
  }
}
