package io.github.bedrockjdbc.driver.validate;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.parameter.Parameter.Role;
import io.github.bedrockjdbc.driver.type.CommonType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/** Operands of one type: what is known of some decides on the question marks among them. */
final class AlignedOperands {
  private final SqlValidator validator;
  private final Parameters parameters;
  private final OpenOperands open;
  private final AlignedColumns columns;

  AlignedOperands(
      SqlValidator validator, Parameters parameters, OpenOperands open, AlignedColumns columns) {
    this.validator = validator;
    this.parameters = parameters;
    this.open = open;
    this.columns = columns;
  }

  /**
   * Part of an operand.
   *
   * @param field of a query's row or of a row that is a value; negative for the whole
   */
  private record Part(SqlNode node, int field) {}

  void align(SqlValidatorScope scope, List<SqlNode> operands, Role role) {
    final List<Part> parts = new ArrayList<>();
    operands.forEach(operand -> flatten(scope, operand, parts));
    alignParts(scope, parts, role);
  }

  private void flatten(SqlValidatorScope scope, SqlNode operand, List<Part> parts) {
    if (operand instanceof SqlNodeList list) {
      list.forEach(element -> flatten(scope, element, parts));
    } else if (operand instanceof SqlCall && open.isOpen(scope, operand)) {
      open.marks(scope, operand).forEach(mark -> parts.add(new Part(mark, -1)));
    } else if (operand != null) {
      parts.add(new Part(operand, -1));
    }
  }

  private void alignParts(SqlValidatorScope scope, List<Part> parts, Role role) {
    final int width =
        parts.stream()
            .filter(part -> isRow(part.node()))
            .mapToInt(part -> ((SqlCall) part.node()).operandCount())
            .max()
            .orElse(0);
    if (width > 0) {
      IntStream.range(0, width).forEach(i -> alignParts(scope, column(parts, i), role));
      return;
    }
    alignValues(scope, parts.stream().flatMap(this::ofQuery).toList(), role);
  }

  private Stream<Part> ofQuery(Part part) {
    final List<SqlDynamicParam> marks = open.marks(part.node(), Math.max(0, part.field()));
    return marks.isEmpty() ? Stream.of(part) : marks.stream().map(mark -> new Part(mark, -1));
  }

  private void alignValues(SqlValidatorScope scope, List<Part> parts, Role role) {
    final List<SqlNode> marks =
        parts.stream().map(Part::node).filter(parameters::isOpen).distinct().toList();
    if (marks.isEmpty()) {
      return;
    }
    RelDataType type = type(scope, parts);
    if (type == null) {
      marks.forEach(mark -> decideByColumn((SqlDynamicParam) mark, scope));
      type = type(scope, parts);
    }
    final List<SqlNode> undecided = new ArrayList<>();
    for (SqlNode mark : marks.stream().filter(parameters::isOpen).toList()) {
      if (type == null) {
        undecided.addAll(columns.open((SqlDynamicParam) mark));
      } else if (SqlTypeUtil.isInterval(type)) {
        throw interval(mark);
      } else {
        parameters.know(mark, type, role);
      }
    }
    if (!undecided.isEmpty()) {
      parameters.leaveOpen(undecided, SqlTypeName.VARCHAR);
    }
  }

  private void decideByColumn(SqlDynamicParam mark, SqlValidatorScope scope) {
    final RelDataType column = columns.typeOf(mark, scope);
    if (column != null) {
      parameters.know(mark, column, Role.BRANCH);
    }
  }

  private static boolean isRow(SqlNode node) {
    return node.getKind() == SqlKind.ROW;
  }

  private static List<Part> column(List<Part> rows, int index) {
    final List<Part> column = new ArrayList<>();
    for (Part row : rows) {
      if (!isRow(row.node())) {
        column.add(new Part(row.node(), index));
      } else if (index < ((SqlCall) row.node()).operandCount()) {
        column.add(new Part(((SqlCall) row.node()).operand(index), -1));
      }
    }
    return column;
  }

  private RelDataType type(SqlValidatorScope scope, List<Part> parts) {
    return CommonType.of(
        parts.stream()
            .filter(part -> !parameters.isOpen(part.node()))
            .map(part -> type(scope, part))
            .toList(),
        validator.getTypeFactory());
  }

  private RelDataType type(SqlValidatorScope scope, Part part) {
    final RelDataType type = validator.deriveType(scope, part.node());
    final boolean isRow = type.isStruct() && type.getFieldCount() > Math.max(0, part.field());
    return isRow ? type.getFieldList().get(Math.max(0, part.field())).getType() : type;
  }

  static RuntimeException interval(SqlNode mark) {
    return SqlMistake.at(
        mark.getParserPosition(),
        "parameter "
            + (((SqlDynamicParam) mark).getIndex() + 1)
            + " would have to be an interval, which cannot be set: write ? * INTERVAL '1' DAY");
  }

  /** The type of an operand that is no question mark. */
  RelDataType type(SqlValidatorScope scope, SqlNode operand) {
    return type(scope, new Part(operand, -1));
  }
}
