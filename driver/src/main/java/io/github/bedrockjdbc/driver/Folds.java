package io.github.bedrockjdbc.driver;

import java.util.List;
import java.util.function.Supplier;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlJsonArrayAggAggFunction;
import org.apache.calcite.sql.fun.SqlJsonObjectAggAggFunction;
import org.apache.calcite.sql.parser.SqlParserPos;

/** What computes each aggregate function. */
final class Folds {
  private Folds() {}

  /**
   * Begins one group.
   *
   * @throws RuntimeException as for a mistake in the statement, if nothing computes the function
   */
  static Supplier<Fold> of(
      SqlAggFunction function, List<RelDataType> arguments, RelDataType result) {
    final RelDataType first = arguments.isEmpty() ? result : arguments.get(0);
    return switch (function.getKind()) {
      case COUNT, REGR_COUNT -> CountFold::new;
      case SUM -> () -> new SumFold(SumFold.Kind.SUM, first, result);
      case SUM0 -> () -> new SumFold(SumFold.Kind.SUM_OR_ZERO, first, result);
      case AVG -> () -> new SumFold(SumFold.Kind.AVERAGE, first, result);
      case MIN -> () -> new ChosenFold(1, 0);
      case MAX -> () -> new ChosenFold(-1, 0);
      case ANY_VALUE -> () -> new ChosenFold(0, 0);
      case ARG_MIN -> () -> new ChosenFold(1, 1);
      case ARG_MAX -> () -> new ChosenFold(-1, 1);
      case SINGLE_VALUE -> SingleFold::new;
      case BIT_AND -> () -> new BitFold((a, b) -> a & b, result);
      case BIT_OR -> () -> new BitFold((a, b) -> a | b, result);
      case BIT_XOR -> () -> new BitFold((a, b) -> a ^ b, result);
      case STDDEV_SAMP -> () -> new SpreadFold(true, true, first);
      case STDDEV_POP -> () -> new SpreadFold(false, true, first);
      case VAR_SAMP -> () -> new SpreadFold(true, false, first);
      case VAR_POP -> () -> new SpreadFold(false, false, first);
      case LISTAGG -> ConcatenationFold::new;
      case MODE -> ModeFold::new;
      case JSON_ARRAYAGG ->
          () -> new JsonFold(((SqlJsonArrayAggAggFunction) function).getNullClause());
      case JSON_OBJECTAGG ->
          () -> new JsonFold(((SqlJsonObjectAggAggFunction) function).getNullClause());
      default -> byName(function, result);
    };
  }

  private static Supplier<Fold> byName(SqlAggFunction function, RelDataType result) {
    final String name = function.getName();
    if (name.startsWith("PERCENTILE_")) {
      return () -> new PercentileFold(name.endsWith("CONT"), result);
    }
    for (PairFold.Statistic statistic : PairFold.Statistic.values()) {
      if (statistic.name().equals(name)) {
        return () -> new PairFold(statistic);
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
  static boolean isOrdered(SqlKind function) {
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
