package io.github.bedrockjdbc.driver.validate;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.EnumSet;
import java.util.Set;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/** Refuses, by the types of a validated statement, what Calcite does and PostgreSQL does not. */
public final class TypedRefusals extends SqlBasicVisitor<Void> {
  private static final Set<TimeUnit> PARTS_OF_DAY =
      EnumSet.of(TimeUnit.HOUR, TimeUnit.MINUTE, TimeUnit.SECOND);

  private final SqlValidator validator;

  private TypedRefusals(SqlValidator validator) {
    this.validator = validator;
  }

  public static void check(SqlNode validated, SqlValidator validator) {
    validated.accept(new TypedRefusals(validator));
  }

  @Override
  public Void visit(SqlCall call) {
    switch (call.getKind()) {
      case FLOOR, CEIL -> checkRounded(call);
      case EXTRACT -> checkExtracted(call);
      case CAST -> checkCast(call);
      case CASE -> checkChosen(call);
      case ARRAY_VALUE_CONSTRUCTOR,
          ARRAY_QUERY_CONSTRUCTOR,
          MAP_VALUE_CONSTRUCTOR,
          MAP_QUERY_CONSTRUCTOR,
          MULTISET_VALUE_CONSTRUCTOR,
          MULTISET_QUERY_CONSTRUCTOR ->
          checkElements(call);
      case IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM -> {
        checkUntyped(call);
        checkDistinct(call);
      }
      case IS_NULL, IS_NOT_NULL -> checkNull(call);
      case EQUALS,
          NOT_EQUALS,
          LESS_THAN,
          LESS_THAN_OR_EQUAL,
          GREATER_THAN,
          GREATER_THAN_OR_EQUAL -> {
        checkUntyped(call);
        checkCompared(call);
      }
      case IN, NOT_IN, SOME, ALL -> checkSought(call);
      default -> {
        checkJoined(call);
        checkLastDay(call);
      }
    }
    return super.visit(call);
  }

  /** Of NULL, Calcite knows no more than that it is no array. */
  private void checkJoined(SqlCall call) {
    if (call.getOperator().equals(SqlStdOperatorTable.CONCAT)
        && isOf(call.operand(0), SqlTypeName.NULL)
        && isOf(call.operand(1), SqlTypeName.ARRAY)) {
      throw SqlMistake.at(
          call.getParserPosition(), "NULL cannot be joined with an array: write the array alone");
    }
  }

  private boolean isOf(SqlNode operand, SqlTypeName name) {
    final RelDataType type = validator.getValidatedNodeTypeIfKnown(operand);
    return type != null && type.getSqlTypeName() == name;
  }

  /** Calcite takes a row for the one of a subquery, and fails if it has several parts. */
  static void checkCondition(
      SqlNode condition, String clause, SqlValidator validator, SqlValidatorScope scope) {
    if ((condition instanceof SqlIdentifier || condition.getKind() == SqlKind.ROW)
        && validator.deriveType(scope, condition).isStruct()) {
      throw SqlMistake.at(
          condition.getParserPosition(),
          clause + " takes a condition, not a row value: write a comparison, or a = b AND c = d");
    }
  }

  /** Calcite finds no code for columns and subqueries of NULLs beside these types. */
  private void checkUntyped(SqlCall call) {
    for (SqlNode operand : call.getOperandList()) {
      if (isOf(operand, SqlTypeName.NULL)
          && !(operand instanceof SqlLiteral)
          && call.getOperandList().stream().anyMatch(other -> needsType(call, other))) {
        throw SqlMistake.at(
            operand.getParserPosition(),
            "what is NULL alone has no type: write CAST(NULL AS …) where it is selected");
      }
    }
  }

  private boolean needsType(SqlCall comparison, SqlNode other) {
    final RelDataType type = validator.getValidatedNodeTypeIfKnown(other);
    return type != null
        && (type.isStruct()
            || (type.getSqlTypeName() == SqlTypeName.BOOLEAN
                && !comparison.isA(SqlKind.COMPARISON)));
  }

  private void checkLastDay(SqlCall call) {
    if (call.getOperator().equals(SqlStdOperatorTable.LAST_DAY)
        && isOf(call.operand(0), SqlTypeName.TIME)) {
      throw SqlMistake.at(
          call.getParserPosition(), "LAST_DAY takes a date or a timestamp, not a time of day");
    }
  }

  /** Subqueries are joined, for which rows within rows are equal to none. */
  private void checkSought(SqlCall call) {
    final RelDataType type = validator.getValidatedNodeTypeIfKnown(call.operand(0));
    if (call.operand(1).isA(SqlKind.QUERY)
        && type != null
        && type.isStruct()
        && type.getFieldList().stream().anyMatch(part -> part.getType().isStruct())) {
      throw SqlMistake.at(
          call.getParserPosition(),
          "a row within a row cannot be sought in a subquery: write all parts as one row, such as"
              + " (a, b, c) IN (SELECT d, e, f)");
    }
  }

  private void checkCompared(SqlCall call) {
    for (SqlNode operand : call.getOperandList()) {
      final RelDataType type = validator.getValidatedNodeTypeIfKnown(operand);
      if (operand.getKind() == SqlKind.SCALAR_QUERY && type != null && type.isStruct()) {
        throw SqlMistake.at(
            operand.getParserPosition(),
            "the row value that a subquery selects cannot be compared: select its parts, and write"
                + " (a, b) IN (SELECT c, d)");
      }
    }
  }

  private void checkChosen(SqlCall call) {
    final RelDataType type = validator.getValidatedNodeTypeIfKnown(call);
    if (type != null && type.isStruct()) {
      throw SqlMistake.at(
          call.getParserPosition(),
          "CASE and COALESCE do not choose between row values: choose each part, such as"
              + " (CASE … END, CASE … END)");
    }
  }

  /** Rows whose parts are written have become comparisons of these. */
  private void checkDistinct(SqlCall call) {
    final RelDataType left = validator.getValidatedNodeTypeIfKnown(call.operand(0));
    final RelDataType right = validator.getValidatedNodeTypeIfKnown(call.operand(1));
    if ((left != null && left.isStruct()) || (right != null && right.isStruct())) {
      throw SqlMistake.at(
          call.getParserPosition(),
          call.getOperator().getName()
              + " does not take row values that are columns: write their parts, such as (a, b) "
              + call.getOperator().getName()
              + " (c, d)");
    }
  }

  private void checkNull(SqlCall call) {
    final RelDataType type = validator.getValidatedNodeTypeIfKnown(call.operand(0));
    if (type != null && type.isStruct()) {
      throw SqlMistake.at(
          call.getParserPosition(),
          call.getOperator().getName()
              + " does not take a row value that is a column: write its parts, such as (a, b) "
              + call.getOperator().getName());
    }
  }

  /** Rows within a value have no form that a client could read. */
  private void checkElements(SqlCall call) {
    final RelDataType type = validator.getValidatedNodeTypeIfKnown(call);
    if (type != null && (isRow(type.getComponentType()) || isRow(type.getValueType()))) {
      throw SqlMistake.at(
          call.getParserPosition(),
          type.getSqlTypeName() + " takes single values, not rows: give it one column");
    }
  }

  private static boolean isRow(RelDataType element) { // null where there is none
    return element != null && element.isStruct() && element.getFieldCount() > 1;
  }

  /** Calcite refuses the weeks of an interval, but not these. */
  private void checkExtracted(SqlCall call) {
    final RelDataType type = validator.getValidatedNodeTypeIfKnown(call.operand(1));
    if (type != null
        && SqlTypeUtil.isInterval(type)
        && call.operand(0) instanceof SqlIntervalQualifier unit
        && unit.timeUnitRange == TimeUnitRange.ISOYEAR) {
      throw SqlMistake.at(call.getParserPosition(), "an interval has no ISOYEAR: write YEAR");
    }
  }

  private void checkRounded(SqlCall call) {
    final RelDataType type = validator.getValidatedNodeTypeIfKnown(call.operand(0));
    if (isOf(call.operand(0), SqlTypeName.TIME)
        && call.operandCount() == 2
        && call.operand(1) instanceof SqlIntervalQualifier unit
        && !PARTS_OF_DAY.contains(unit.getStartUnit())) {
      throw SqlMistake.at(
          call.getParserPosition(),
          call.getOperator().getName()
              + " of a time of day takes HOUR, MINUTE or SECOND, not "
              + unit);
    }
    if (call.operand(0) instanceof SqlCall cast // as which DATE_TRUNC is written
        && cast.getKind() == SqlKind.CAST
        && cast.getParserPosition().equals(call.getParserPosition())
        && isOf(cast.operand(0), SqlTypeName.TIME)) {
      throw SqlMistake.at(
          call.getParserPosition(),
          "DATE_TRUNC takes a timestamp, not a time of day: write FLOOR(t TO HOUR)");
    }
    if (type != null && SqlTypeUtil.isInterval(type)) {
      throw SqlMistake.at(
          call.getParserPosition(),
          call.getOperator().getName()
              + " takes a number, or a time and a unit, but no interval: write EXTRACT(unit FROM"
              + " interval)");
    }
  }

  private void checkCast(SqlCall call) {
    final RelDataType from = validator.getValidatedNodeTypeIfKnown(call.operand(0));
    if (from == null || !(call.operand(1) instanceof SqlDataTypeSpec)) {
      return;
    }
    final RelDataType to = validator.getValidatedNodeTypeIfKnown(call);
    if (to == null) {
      return;
    }
    if (isNumber(from) && SqlTypeUtil.isDatetime(to)) {
      throw SqlMistake.at(
          call.getParserPosition(),
          "a number is no "
              + to.getSqlTypeName()
              + ": write TIMESTAMPADD(SECOND, n, TIMESTAMP '1970-01-01 00:00:00')");
    }
    if (SqlTypeUtil.isDatetime(from) && isNumber(to)) {
      throw SqlMistake.at(
          call.getParserPosition(),
          "a "
              + from.getSqlTypeName()
              + " is no number: write TIMESTAMPDIFF(SECOND, TIMESTAMP '1970-01-01 00:00:00', t)");
    }
    final boolean isFraction =
        isNumber(from) && !SqlTypeName.INT_TYPES.contains(from.getSqlTypeName());
    if (isFraction && to.getSqlTypeName() == SqlTypeName.BOOLEAN) {
      throw SqlMistake.at(
          call.getParserPosition(),
          "only whole numbers can be cast to BOOLEAN: write a comparison, such as x <> 0");
    }
  }

  private static boolean isNumber(RelDataType type) {
    return SqlTypeName.NUMERIC_TYPES.contains(type.getSqlTypeName());
  }
}
