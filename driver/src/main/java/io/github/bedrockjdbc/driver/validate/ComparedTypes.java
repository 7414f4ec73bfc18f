package io.github.bedrockjdbc.driver.validate;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Refuses comparisons of texts, numbers, truth values and intervals with each other. Calcite would
 * read each text as a number, and then {@code '024' = 24}. A text literal is what it is compared
 * with, but for an interval.
 */
final class ComparedTypes {
  private enum Sort {
    TEXT("a text"),
    NUMBER("a number"),
    TRUTH("a boolean"),
    INTERVAL("an interval");

    private final String words;

    Sort(String words) {
      this.words = words;
    }

    private static Sort of(RelDataType type) {
      if (SqlTypeUtil.isCharacter(type)) {
        return TEXT;
      }
      if (SqlTypeUtil.isNumeric(type)) {
        return NUMBER;
      }
      if (SqlTypeUtil.isInterval(type)) {
        return INTERVAL;
      }
      return SqlTypeUtil.isBoolean(type) ? TRUTH : null;
    }
  }

  private final SqlCallBinding comparison;

  private ComparedTypes(SqlCallBinding comparison) {
    this.comparison = comparison;
  }

  /** Checks the first operand against each other. */
  static void check(SqlCallBinding comparison) {
    final ComparedTypes types = new ComparedTypes(comparison);
    final List<SqlNode> operands = comparison.operands();
    for (int i = 1; i < operands.size(); i++) {
      types.check(
          operands.get(0),
          comparison.getOperandType(0),
          operands.get(i),
          operands.get(i) instanceof SqlNodeList ? null : comparison.getOperandType(i));
    }
  }

  private void check(SqlNode left, RelDataType leftType, SqlNode right, RelDataType rightType) {
    if (right instanceof SqlNodeList list) {
      for (SqlNode element : list) {
        check(
            left,
            leftType,
            element,
            comparison.getValidator().deriveType(comparison.getScope(), element));
      }
      return;
    }
    if (leftType.isStruct() || rightType.isStruct()) {
      checkRows(left, leftType, right, rightType);
      return;
    }
    final Sort sort = Sort.of(leftType);
    final Sort other = Sort.of(rightType);
    if (sort != other && (sort == Sort.INTERVAL || other == Sort.INTERVAL)) {
      checkInterval(sort == Sort.INTERVAL ? other : sort);
    } else if (sort != null && other != null && sort != other && !isText(left) && !isText(right)) {
      throw SqlMistake.at(
          comparison.getCall().getParserPosition(),
          sort.words
              + " and "
              + other.words
              + " cannot be compared: write both as one type, such as '24' or CAST(x AS VARCHAR)");
    }
  }

  /** What else an interval may be beside is NULL, or another mistake. */
  private void checkInterval(Sort other) {
    if (other == Sort.TEXT) {
      throw SqlMistake.at(
          comparison.getCall().getParserPosition(),
          "a text and an interval cannot be compared: write INTERVAL '1 day', INTERVAL '02:30:00'"
              + " or INTERVAL '2' HOUR");
    }
  }

  private void checkRows(SqlNode left, RelDataType leftType, SqlNode right, RelDataType rightType) {
    final int count = count(leftType);
    if (count != count(rightType)) {
      return; // which is another mistake
    }
    for (int i = 0; i < count; i++) {
      check(part(left, i), type(leftType, i), part(right, i), type(rightType, i));
    }
  }

  private static int count(RelDataType type) {
    return type.isStruct() ? type.getFieldCount() : 1;
  }

  private static RelDataType type(RelDataType type, int index) {
    return type.isStruct() ? type.getFieldList().get(index).getType() : type;
  }

  private static SqlNode part(SqlNode row, int index) {
    return row.getKind() == SqlKind.ROW ? ((SqlCall) row).operand(index) : row;
  }

  private static boolean isText(SqlNode operand) {
    return operand instanceof SqlCharStringLiteral;
  }
}
