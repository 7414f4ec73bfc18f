package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.driver.aggregate.PairAccumulator;
import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.fun.SqlBasicAggFunction;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeTransforms;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.util.Optionality;

/**
 * Aggregate and window functions. They stand for those of Calcite with the same names, whose
 * inferred types say NOT NULL where null can come: over no rows, an empty frame, an excluded row.
 */
final class AggregateFunctions {
  /** Functions for which Calcite's parser has other forms, or none though it keeps the word. */
  static final Set<String> OF_THE_PARSER =
      Stream.concat(
              Stream.of("PERCENTILE_CONT", "PERCENTILE_DISC"),
              Stream.of(PairAccumulator.Statistic.values()).map(Enum::name))
          .collect(Collectors.toUnmodifiableSet());

  private static final SqlReturnTypeInference ARGUMENT =
      ReturnTypes.ARG0.andThen(SqlTypeTransforms.FORCE_NULLABLE);
  private static final SqlReturnTypeInference DOUBLE =
      ReturnTypes.DOUBLE.andThen(SqlTypeTransforms.FORCE_NULLABLE);
  private static final SqlReturnTypeInference TEXT =
      ReturnTypes.explicit(SqlTypeName.VARCHAR).andThen(SqlTypeTransforms.FORCE_NULLABLE);

  /** Nothing that Calcite has besides shows what it makes: sets of values. */
  private static final Set<String> LEFT_OUT = Set.of("COLLECT", "FUSION", "INTERSECTION");

  private static final List<SqlOperator> OWN =
      Stream.of(
              Stream.of("MIN", "MAX").map(name -> extreme(name, SqlKind.valueOf(name))),
              Stream.of("EVERY", "BOOL_AND").map(name -> ofTruth(name, SqlKind.MIN)),
              Stream.of("SOME", "BOOL_OR").map(name -> ofTruth(name, SqlKind.MAX)),
              Stream.of(
                  aggregate(
                      "SUM",
                      SqlKind.SUM,
                      ReturnTypes.AGG_SUM.andThen(SqlTypeTransforms.FORCE_NULLABLE),
                      OperandTypes.NUMERIC_OR_INTERVAL),
                  aggregate(
                      "AVG",
                      SqlKind.AVG,
                      ReturnTypes.AVG_AGG_FUNCTION.andThen(SqlTypeTransforms.FORCE_NULLABLE),
                      OperandTypes.NUMERIC_OR_INTERVAL),
                  aggregate("ANY_VALUE", SqlKind.ANY_VALUE, ARGUMENT, OperandTypes.ANY),
                  aggregate("MODE", SqlKind.MODE, ARGUMENT, OperandTypes.ANY)
                      .withGroupOrder(Optionality.OPTIONAL),
                  aggregate("LISTAGG", SqlKind.LISTAGG, TEXT, OperandTypes.STRING_OPTIONAL_STRING)
                      .withGroupOrder(Optionality.OPTIONAL),
                  percentile("PERCENTILE_CONT", AggregateFunctions::ofNumbers),
                  percentile("PERCENTILE_DISC", ARGUMENT)),
              Stream.of("BIT_AND", "BIT_OR", "BIT_XOR")
                  .map(
                      name ->
                          aggregate(name, SqlKind.valueOf(name), ARGUMENT, OperandTypes.INTEGER)),
              Stream.of("ARG_MIN", "MIN_BY").map(name -> best(name, SqlKind.ARG_MIN)),
              Stream.of("ARG_MAX", "MAX_BY").map(name -> best(name, SqlKind.ARG_MAX)),
              Stream.of("STDDEV", "STDDEV_SAMP").map(name -> ofOne(name, SqlKind.STDDEV_SAMP)),
              Stream.of("VARIANCE", "VAR_SAMP").map(name -> ofOne(name, SqlKind.VAR_SAMP)),
              Stream.of("STDDEV_POP", "VAR_POP").map(name -> ofOne(name, SqlKind.valueOf(name))),
              Stream.of(PairAccumulator.Statistic.values()).map(AggregateFunctions::ofPairs),
              Stream.of("FIRST_VALUE", "LAST_VALUE", "NTH_VALUE", "LEAD", "LAG")
                  .map(name -> new ValueFunction(SqlKind.valueOf(name))),
              Stream.of("PERCENT_RANK", "CUME_DIST").map(RankFunction::new))
          .flatMap(functions -> functions)
          .map(SqlOperator.class::cast)
          .toList();

  private static final Set<String> NAMES =
      OWN.stream().map(SqlOperator::getName).collect(Collectors.toUnmodifiableSet());

  private AggregateFunctions() {}

  static List<SqlOperator> all() {
    return OWN;
  }

  /** Whether a statement gets one of these instead of Calcite's, or none. */
  static boolean replace(SqlOperator standard) {
    return standard instanceof SqlAggFunction
        && (NAMES.contains(standard.getName()) || LEFT_OUT.contains(standard.getName()));
  }

  private static SqlBasicAggFunction extreme(String name, SqlKind kind) {
    return aggregate(name, kind, ARGUMENT, OperandTypes.COMPARABLE_ORDERED);
  }

  private static SqlBasicAggFunction ofTruth(String name, SqlKind kind) {
    return aggregate(name, kind, ARGUMENT, OperandTypes.BOOLEAN);
  }

  private static SqlBasicAggFunction best(String name, SqlKind kind) {
    return aggregate(name, kind, ARGUMENT, OperandTypes.ANY_COMPARABLE);
  }

  private static SqlBasicAggFunction ofOne(String name, SqlKind kind) {
    return aggregate(name, kind, DOUBLE, OperandTypes.NUMERIC);
  }

  private static SqlBasicAggFunction ofPairs(PairAccumulator.Statistic statistic) {
    return aggregate(
        statistic.name(), SqlKind.OTHER_FUNCTION, DOUBLE, OperandTypes.NUMERIC_NUMERIC);
  }

  private static SqlBasicAggFunction percentile(String name, SqlReturnTypeInference type) {
    return aggregate(name, SqlKind.OTHER_FUNCTION, type, OperandTypes.ANY_NUMERIC)
        .withGroupOrder(Optionality.MANDATORY);
  }

  /** Checked here, as texts would else be taken for numbers. */
  private static RelDataType ofNumbers(SqlOperatorBinding binding) {
    final RelDataType ordered = binding.getOperandType(0);
    if (!SqlTypeUtil.isNumeric(ordered) && ordered.getSqlTypeName() != SqlTypeName.NULL) {
      throw SqlMistake.at(
          binding instanceof SqlCallBinding written
              ? written.getCall().getParserPosition()
              : SqlParserPos.ZERO,
          "PERCENTILE_CONT and MEDIAN take numbers, not "
              + ordered.getSqlTypeName()
              + "; PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY …) returns one of the values");
    }
    return DOUBLE.inferReturnType(binding);
  }

  private static SqlBasicAggFunction aggregate(
      String name, SqlKind kind, SqlReturnTypeInference type, SqlOperandTypeChecker arguments) {
    return SqlBasicAggFunction.create(name, kind, type, arguments);
  }
}
