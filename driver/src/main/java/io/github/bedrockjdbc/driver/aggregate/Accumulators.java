package io.github.bedrockjdbc.driver.aggregate;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.List;
import java.util.function.Supplier;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlJsonArrayAggAggFunction;
import org.apache.calcite.sql.fun.SqlJsonObjectAggAggFunction;
import org.apache.calcite.sql.parser.SqlParserPos;

/** What computes each aggregate function. */
public final class Accumulators {
  private Accumulators() {}

  /**
   * Begins one group.
   *
   * @throws RuntimeException as for a mistake in the statement, if nothing computes the function
   */
  public static Supplier<Accumulator> of(
      SqlAggFunction function, List<RelDataType> arguments, RelDataType result) {
    final RelDataType first = arguments.isEmpty() ? result : arguments.get(0);
    return switch (function.getKind()) {
      case COUNT, REGR_COUNT -> CountAccumulator::new;
      case SUM -> () -> new SumAccumulator(SumAccumulator.Kind.SUM, first, result);
      case SUM0 -> () -> new SumAccumulator(SumAccumulator.Kind.SUM_OR_ZERO, first, result);
      case AVG -> () -> new SumAccumulator(SumAccumulator.Kind.AVERAGE, first, result);
      case MIN -> () -> new ChoiceAccumulator(1, 0);
      case MAX -> () -> new ChoiceAccumulator(-1, 0);
      case ANY_VALUE -> () -> new ChoiceAccumulator(0, 0);
      case ARG_MIN -> () -> new ChoiceAccumulator(1, 1);
      case ARG_MAX -> () -> new ChoiceAccumulator(-1, 1);
      case SINGLE_VALUE -> SingleValueAccumulator::new;
      case BIT_AND -> () -> new BitAccumulator((a, b) -> a & b, result);
      case BIT_OR -> () -> new BitAccumulator((a, b) -> a | b, result);
      case BIT_XOR -> () -> new BitAccumulator((a, b) -> a ^ b, result);
      case STDDEV_SAMP -> () -> new VarianceAccumulator(true, true, first);
      case STDDEV_POP -> () -> new VarianceAccumulator(false, true, first);
      case VAR_SAMP -> () -> new VarianceAccumulator(true, false, first);
      case VAR_POP -> () -> new VarianceAccumulator(false, false, first);
      case LISTAGG -> ConcatenationAccumulator::new;
      case MODE -> ModeAccumulator::new;
      case JSON_ARRAYAGG ->
          () -> new JsonAccumulator(((SqlJsonArrayAggAggFunction) function).getNullClause());
      case JSON_OBJECTAGG ->
          () -> new JsonAccumulator(((SqlJsonObjectAggAggFunction) function).getNullClause());
      default -> byName(function, result);
    };
  }

  private static Supplier<Accumulator> byName(SqlAggFunction function, RelDataType result) {
    final String name = function.getName();
    if (name.startsWith("PERCENTILE_")) {
      return () -> new PercentileAccumulator(name.endsWith("CONT"), result);
    }
    for (PairAccumulator.Statistic statistic : PairAccumulator.Statistic.values()) {
      if (statistic.name().equals(name)) {
        return () -> new PairAccumulator(statistic);
      }
    }
    throw SqlMistake.at(
        SqlParserPos.ZERO, "the function " + name + " is not supported as an aggregate");
  }

  /** Whether a row counts, by the values of its arguments. */
  static boolean counts(SqlKind function, Object[] arguments) {
    return switch (function) {
      case SINGLE_VALUE, JSON_ARRAYAGG, JSON_OBJECTAGG -> true;
      case LISTAGG -> arguments[0] != null;
      case ARG_MIN, ARG_MAX -> arguments[1] != null;
      default -> noneIsNull(arguments);
    };
  }

  /** Whether the result depends on the order in which rows come. */
  public static boolean isOrdered(SqlKind function) {
    return switch (function) {
      case LISTAGG, MODE, ANY_VALUE, ARG_MIN, ARG_MAX, JSON_ARRAYAGG, JSON_OBJECTAGG -> true;
      default -> false;
    };
  }

  private static boolean noneIsNull(Object[] arguments) {
    for (Object argument : arguments) {
      if (argument == null) {
        return false;
      }
    }
    return true;
  }
}
