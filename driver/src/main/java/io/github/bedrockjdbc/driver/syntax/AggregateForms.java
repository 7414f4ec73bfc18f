package io.github.bedrockjdbc.driver.syntax;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.function.JsonFunction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Litmus;

/**
 * Puts aggregates that SQL writes in many ways into the few that are known here: what is ordered
 * stands before WITHIN GROUP as an argument, and FILTER before OVER is a CASE.
 */
public final class AggregateForms extends SqlRewrite {
  private final Set<SqlNode> ordered = Collections.newSetFromMap(new IdentityHashMap<>());

  @Override
  public Void visit(SqlCall call) {
    if (call.getKind() == SqlKind.WITHIN_GROUP) {
      ordered.add(call.operand(0));
    }
    return super.visit(call);
  }

  @Override
  SqlNode rewritten(SqlCall call) {
    return switch (call.getKind()) {
      case ROLLUP, CUBE -> withoutRepetition(call);
      case JSON_ARRAYAGG, JSON_OBJECTAGG -> JsonFunction.typed(call);
      case WITHIN_DISTINCT ->
          throw SqlMistake.at(
              call.getParserPosition(),
              "WITHIN DISTINCT is not supported: select DISTINCT rows in a subquery first");
      case WITHIN_GROUP -> ordered(call);
      case FILTER -> FilterForms.ofOrdered(call);
      case OVER -> FilterForms.over(call);
      default -> plain(call);
    };
  }

  private SqlNode plain(SqlCall call) {
    if (!(call.getOperator() instanceof SqlFunction)) {
      return call;
    }
    final SqlParserPos pos = call.getParserPosition();
    return switch (name(call)) {
      case "MEDIAN" -> {
        final SqlNode value =
            only(call, "MEDIAN takes one argument, such as MEDIAN(total_records)");
        yield sorted(
            call("PERCENTILE_CONT", call, value, SqlLiteral.createExactNumeric("0.5", pos)), value);
      }
      case "PERCENTILE_CONT", "PERCENTILE_DISC" -> {
        if (!ordered.contains(call)) {
          throw SqlMistake.at(pos, name(call) + " is written " + example(call));
        }
        yield call;
      }
      case "MODE" -> call.operandCount() == 1 ? sorted(call, call.operand(0)) : call;
      case "STRING_AGG", "LISTAGG" -> texts(call);
      case "$TUMBLE", "$HOP", "$SESSION" -> ofTable(call);
      default -> call;
    };
  }

  /** Windows of time are tables here; Calcite's other form of them never runs. */
  private static SqlNode ofTable(SqlCall call) {
    throw SqlMistake.at(
        call.getParserPosition(),
        "%1$s is written FROM TABLE(%1$s(TABLE jobs, DESCRIPTOR(submit_time), …)), whose rows have"
                .formatted(name(call).substring(1))
            + " window_start and window_end to group by");
  }

  private static SqlNode only(SqlCall call, String mistake) {
    if (call.operandCount() != 1) {
      throw SqlMistake.at(call.getParserPosition(), mistake);
    }
    return call.operand(0);
  }

  /** With the order, if one is written as a last argument, behind. */
  private static SqlNode texts(SqlCall call) {
    final String name = name(call);
    final List<SqlNode> arguments = new ArrayList<>(call.getOperandList());
    final SqlNodeList order =
        !arguments.isEmpty() && arguments.get(arguments.size() - 1) instanceof SqlNodeList written
            ? written
            : null;
    arguments.remove(order);
    if (name.equals("STRING_AGG") && arguments.size() != 2) {
      throw SqlMistake.at(
          call.getParserPosition(),
          "STRING_AGG takes two arguments, a text and a separator, such as STRING_AGG(job_name,"
              + " ', ')");
    }
    if (order == null && name.equals("LISTAGG")) {
      return call;
    }
    final SqlCall plain = call("LISTAGG", call, arguments.toArray(SqlNode[]::new));
    return order == null ? plain : checked(plain, order);
  }

  private static SqlNode ordered(SqlCall call) {
    final SqlCall aggregate = call.operand(0);
    final SqlNodeList order = call.operand(1);
    final SqlParserPos pos = call.getParserPosition();
    switch (name(aggregate)) {
      case "PERCENTILE_CONT", "PERCENTILE_DISC" -> {
        final String example = example(aggregate);
        final SqlNode fraction =
            only(aggregate, name(aggregate) + " takes one fraction, such as " + example);
        return sorted(
            call(name(aggregate), aggregate, by(order, pos, example), fraction), order.get(0));
      }
      case "MODE" -> {
        final String example = "MODE() WITHIN GROUP (ORDER BY status)";
        if (aggregate.operandCount() > 0) {
          throw SqlMistake.at(pos, "MODE takes its value from ORDER BY, such as " + example);
        }
        return sorted(call("MODE", aggregate, by(order, pos, example)), order.get(0));
      }
      default -> {
        return checked(aggregate, order);
      }
    }
  }

  private static String example(SqlCall percentile) {
    return name(percentile) + "(0.5) WITHIN GROUP (ORDER BY total_records)";
  }

  /** Calcite would give each grouping once, SQL as often as it is written. */
  private static SqlNode withoutRepetition(SqlCall rollup) {
    final List<SqlNode> seen = new ArrayList<>();
    for (SqlNode key : rollup.getOperandList()) {
      if (seen.stream().anyMatch(other -> other.equalsDeep(key, Litmus.IGNORE))) {
        throw SqlMistake.at(
            key.getParserPosition(),
            rollup.getKind() + " names " + key + " twice; write GROUPING SETS instead");
      }
      seen.add(key);
    }
    return rollup;
  }

  /** What is ordered by, without direction. */
  private static SqlNode by(SqlNodeList order, SqlParserPos pos, String example) {
    if (order.size() != 1) {
      throw SqlMistake.at(pos, "WITHIN GROUP orders by a single value here, such as " + example);
    }
    SqlNode key = order.get(0);
    while (key.getKind() == SqlKind.DESCENDING
        || key.getKind() == SqlKind.NULLS_FIRST
        || key.getKind() == SqlKind.NULLS_LAST) {
      key = ((SqlCall) key).operand(0);
    }
    return key;
  }

  /** Of values that are taken once each there is no order by anything else. */
  private static SqlNode checked(SqlCall aggregate, SqlNodeList order) {
    if (isDistinct(aggregate)) {
      for (SqlNode key : order) {
        final SqlNode value =
            by(SqlNodeList.of(key), key.getParserPosition(), aggregate.toString());
        if (aggregate.getOperandList().stream()
            .noneMatch(argument -> argument.equalsDeep(value, Litmus.IGNORE))) {
          throw SqlMistake.at(
              key.getParserPosition(), "with DISTINCT, values can only be ordered by themselves");
        }
      }
    }
    return SqlStdOperatorTable.WITHIN_GROUP.createCall(
        aggregate.getParserPosition(), aggregate, order);
  }

  static boolean isDistinct(SqlCall aggregate) {
    final SqlLiteral quantifier = aggregate.getFunctionQuantifier();
    return quantifier != null && quantifier.getValue() == SqlSelectKeyword.DISTINCT;
  }

  private static SqlNode sorted(SqlCall aggregate, SqlNode key) {
    return SqlStdOperatorTable.WITHIN_GROUP.createCall(
        aggregate.getParserPosition(), aggregate, SqlNodeList.of(key));
  }

  /** A call of another name or with other arguments, with DISTINCT if the one written has it. */
  static SqlCall call(String name, SqlCall written, SqlNode... arguments) {
    final SqlParserPos pos = written.getParserPosition();
    return new SqlBasicCall(
        new SqlUnresolvedFunction(
            new SqlIdentifier(name, pos),
            null,
            null,
            null,
            null,
            SqlFunctionCategory.USER_DEFINED_FUNCTION),
        List.of(arguments),
        pos,
        written.getFunctionQuantifier());
  }

  static String name(SqlCall call) {
    return call.getOperator().getName().toUpperCase(Locale.ROOT);
  }
}
