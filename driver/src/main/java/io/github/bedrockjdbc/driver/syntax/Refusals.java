package io.github.bedrockjdbc.driver.syntax;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.function.DateTrunc;
import io.github.bedrockjdbc.driver.function.Functions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlSampleSpec;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUnnestOperator;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.fun.SqlOverlapsOperator;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * Refuses what Calcite parses but cannot run, or runs unlike PostgreSQL, and says what to write
 * instead.
 */
public final class Refusals extends SqlBasicVisitor<Void> {
  private static final Set<String> GROUPED_WINDOWS =
      Set.of("TUMBLE", "HOP", "SESSION", "$TUMBLE", "$HOP", "$SESSION");

  private static final Map<SqlKind, String> KINDS =
      Map.of(
          SqlKind.MATCH_RECOGNIZE,
          "MATCH_RECOGNIZE is not supported: compare rows with LAG or LEAD in a subquery",
          SqlKind.BITXOR,
          "'^' is not supported: write POWER(a, b), or BITXOR(a, b)",
          SqlKind.SNAPSHOT,
          "FOR SYSTEM_TIME is not supported: jobs have no versions",
          SqlKind.LAMBDA,
          "'->' is not supported: write the expression itself");

  /** Refuses with {@link SqlMistake}. */
  public static void check(SqlNode statement) {
    statement.accept(new Refusals());
  }

  @Override
  public Void visit(SqlCall call) {
    final String refused = KINDS.get(call.getKind());
    if (refused != null && !(call.getOperator() instanceof SqlFunction)) {
      throw SqlMistake.at(call.getParserPosition(), refused);
    }
    if (call.getOperator() instanceof SqlOverlapsOperator && call.getKind() != SqlKind.OVERLAPS) {
      throw SqlMistake.at(
          call.getParserPosition(),
          call.getOperator().getName()
              + " is not supported: write OVERLAPS, or compare ends, such as end_time <= x");
    }
    switch (call.getKind()) {
      case TABLESAMPLE -> checkSample(call);
      case SOME, ALL -> checkArray(call);
      case UNNEST -> checkUnnest(call);
      case FLOOR, CEIL -> checkUnit(call);
      case WITH -> checkNames((SqlWith) call);
      case SELECT -> checkGroups((SqlSelect) call);
      case JOIN -> checkJoin((SqlJoin) call);
      case WINDOW -> checkFrame((SqlWindow) call);
      default -> checkFunction(call);
    }
    return super.visit(call);
  }

  @Override
  public Void visit(SqlDataTypeSpec type) {
    CastTypes.check(type);
    return null;
  }

  /** PostgreSQL reads {@code '{a,b}'} as an array, Calcite as the one text that is sought. */
  private static void checkArray(SqlCall call) {
    if (call.operand(1) instanceof SqlNodeList list
        && list.size() == 1
        && list.get(0) instanceof SqlCharStringLiteral) {
      throw SqlMistake.at(
          list.get(0).getParserPosition(),
          "ANY and ALL take no text: write IN ('a', 'b'), or = ANY(ARRAY['a', 'b'])");
    }
  }

  private static void checkSample(SqlCall call) {
    final SqlSampleSpec sample = ((SqlLiteral) call.operand(1)).getValueAs(SqlSampleSpec.class);
    if (!(sample instanceof SqlSampleSpec.SqlTableSampleSpec table) || !table.isBernoulli()) {
      throw SqlMistake.at(
          call.getParserPosition(), "TABLESAMPLE SYSTEM is not supported: write BERNOULLI");
    }
  }

  private static void checkUnnest(SqlCall call) {
    if (call.getOperator() instanceof SqlUnnestOperator unnest && unnest.withOrdinality) {
      throw SqlMistake.at(
          call.getParserPosition(),
          "WITH ORDINALITY is not supported: number rows with ROW_NUMBER() OVER ()");
    }
  }

  private static void checkUnit(SqlCall call) {
    if (call.operandCount() == 2
        && call.operand(1) instanceof SqlIntervalQualifier unit
        && unit.timeFrameName == null
        && !DateTrunc.isUnit(unit.getStartUnit().name())) {
      throw SqlMistake.at(
          unit.getParserPosition(),
          call.getOperator().getName()
              + " takes one of the units "
              + DateTrunc.units()
              + ", not "
              + unit);
    }
  }

  private static void checkNames(SqlWith with) {
    final Set<String> names = new HashSet<>();
    for (SqlNode node : with.withList) {
      final SqlWithItem item = (SqlWithItem) node;
      if (!names.add(item.name.getSimple().toUpperCase(Locale.ROOT))) {
        throw SqlMistake.at(
            item.name.getParserPosition(),
            "WITH defines '" + item.name + "' twice: give one of them another name");
      }
    }
  }

  private static void checkGroups(SqlSelect select) {
    if (select.getGroup() == null) {
      return;
    }
    for (SqlNode group : select.getGroup()) {
      if (group instanceof SqlCall call
          && GROUPED_WINDOWS.contains(call.getOperator().getName().toUpperCase(Locale.ROOT))) {
        final String name = call.getOperator().getName().replace("$", "");
        throw SqlMistake.at(
            call.getParserPosition(),
            name
                + " is not supported in GROUP BY: write FLOOR(time TO unit), or FROM TABLE("
                + name
                + "(TABLE …, DESCRIPTOR(time), interval))");
      }
    }
  }

  private static void checkJoin(SqlJoin join) {
    final boolean keepsRight =
        join.getJoinType() == JoinType.RIGHT || join.getJoinType() == JoinType.FULL;
    if (keepsRight && isLateral(join.getRight())) {
      throw SqlMistake.at(
          join.getRight().getParserPosition(),
          "LATERAL is not supported in a " + join.getJoinType() + " JOIN: write LEFT JOIN LATERAL");
    }
  }

  private static void checkFrame(SqlWindow window) {
    for (SqlNode bound : Arrays.asList(window.getLowerBound(), window.getUpperBound())) {
      if (bound instanceof SqlCall call
          && call.operandCount() == 1
          && call.operand(0) instanceof SqlLiteral distance
          && (distance.getTypeName() == SqlTypeName.NULL
              || (window.isRows() && !(distance instanceof SqlNumericLiteral)))) {
        throw SqlMistake.at(
            distance.getParserPosition(),
            window.isRows()
                ? "a frame of ROWS reaches a number of rows, such as ROWS 2 PRECEDING, not "
                    + distance
                : "a frame of RANGE reaches a number or an interval, not NULL");
      }
    }
  }

  private static boolean isLateral(SqlNode table) {
    return table.getKind() == SqlKind.LATERAL
        || (table.getKind() == SqlKind.AS && isLateral(((SqlCall) table).operand(0)));
  }

  /**
   * An unknown function is the reason why nothing is known of its parameters, not the other way.
   */
  private static void checkFunction(SqlCall call) {
    final List<SqlNode> operands = call.getOperandList();
    if (call.getOperator() instanceof SqlUnresolvedFunction function
        && operands.stream().anyMatch(SqlDynamicParam.class::isInstance)
        && !Functions.isAggregate(function.getName())
        && !Functions.names().contains(function.getName().toUpperCase(Locale.ROOT))) {
      throw SqlMistake.at(
          call.getParserPosition(),
          "No match found for function signature " + function.getName() + "(");
    }
  }
}
