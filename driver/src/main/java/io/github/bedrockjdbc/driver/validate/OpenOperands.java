package io.github.bedrockjdbc.driver.validate;

import java.util.List;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/**
 * Operands of which nothing is known: question marks, and what gives one of several, such as {@code
 * MAX(?)} or {@code (SELECT ? UNION SELECT ?)}. What an operand has to be, all of them are.
 */
final class OpenOperands {
  private final SqlValidator validator;
  private final Parameters parameters;

  OpenOperands(SqlValidator validator, Parameters parameters) {
    this.validator = validator;
    this.parameters = parameters;
  }

  /** The question marks that decide on an operand; none if its type is known otherwise. */
  List<SqlDynamicParam> marks(SqlValidatorScope scope, SqlNode operand) {
    final List<SqlDynamicParam> marks = OpenBranches.marks(operand);
    if (operand instanceof SqlCase choice && !marks.isEmpty()) {
      // First, as NULLIF(?, x) has become a condition of its own argument.
      choice.getWhenOperands().forEach(condition -> validator.deriveType(scope, condition));
    }
    return marks.stream().allMatch(parameters::isOpen) ? marks : List.of();
  }

  /** Those of a column of a query, of which is known what it may be before the query is. */
  List<SqlDynamicParam> marks(SqlNode query, int column) {
    final List<SqlDynamicParam> marks = OpenBranches.marks(query, column);
    return marks.stream().allMatch(parameters::isOpen) ? marks : List.of();
  }

  boolean isOpen(SqlValidatorScope scope, SqlNode operand) {
    return !marks(scope, operand).isEmpty();
  }
}
