package io.github.bedrockjdbc.driver.validate;

import io.github.bedrockjdbc.driver.parameter.Parameter.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlInternalOperators;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/** Decides on the types of the question marks that are operands of a call. */
final class ParameterInference {
  /** Functions whose arguments are of one type, which is that of the result. */
  private static final Set<String> OF_ONE_TYPE =
      Set.of("GREATEST", "LEAST", "COALESCE", "NVL", "IFNULL", "NULLIF");

  /** The place of what the others replace, and the place of what replaces it. */
  private static final Set<String> WITH_DEFAULT = Set.of("LAG", "LEAD");

  /** The second argument is a number of rows, the first anything. */
  private static final Set<String> WITH_DISTANCE = Set.of("LAG", "LEAD", "NTH_VALUE");

  private final SqlValidator validator;
  private final Parameters parameters;
  private final OpenOperands open;
  private final AlignedOperands operands;
  private final AcceptedTypes accepted;
  private final ArithmeticOperands arithmetic;
  private final Set<Integer> tested = new HashSet<>();

  ParameterInference(SqlValidator validator, Parameters parameters, AlignedColumns columns) {
    this.validator = validator;
    this.parameters = parameters;
    this.open = new OpenOperands(validator, parameters);
    this.operands = new AlignedOperands(validator, parameters, open, columns);
    this.accepted = new AcceptedTypes(validator, parameters, open);
    this.arithmetic = new ArithmeticOperands(operands, open, parameters);
  }

  /** Whether all that is known of a question mark is that it is tested for null. */
  boolean isOnlyTested(SqlDynamicParam mark) {
    return tested.contains(mark.getIndex());
  }

  void infer(SqlValidatorScope scope, SqlCall call) {
    if (!concerns(call)) {
      return;
    }
    if (call.getOperator() instanceof SqlJdbcFunctionCall escaped) {
      infer(scope, escaped.getLookupCall());
      return;
    }
    switch (call.getKind()) {
      case ROW, AS, DESCENDING, NULLS_FIRST, NULLS_LAST, VALUES, OVER, WITHIN_GROUP -> {}
      case IS_NULL, IS_NOT_NULL ->
          call.getOperandList().stream()
              .filter(parameters::isOpen)
              .forEach(mark -> tested.add(((SqlDynamicParam) mark).getIndex()));
      case EQUALS,
          NOT_EQUALS,
          LESS_THAN,
          LESS_THAN_OR_EQUAL,
          GREATER_THAN,
          GREATER_THAN_OR_EQUAL,
          IS_DISTINCT_FROM,
          IS_NOT_DISTINCT_FROM,
          BETWEEN,
          IN,
          NOT_IN,
          SOME,
          ALL ->
          operands.align(scope, call.getOperandList(), Role.COMPARED);
      case LIKE, SIMILAR, RLIKE -> all(scope, call.getOperandList(), SqlTypeName.VARCHAR);
      case AND, OR, NOT, IS_TRUE, IS_FALSE, IS_NOT_TRUE, IS_NOT_FALSE, IS_UNKNOWN ->
          all(scope, call.getOperandList(), SqlTypeName.BOOLEAN);
      case FILTER -> all(scope, List.of(call.operand(1)), SqlTypeName.BOOLEAN);
      case CASE -> ofCase(scope, (SqlCase) call);
      case CAST, SAFE_CAST -> ofCast(call);
      case PLUS, MINUS, TIMES, DIVIDE, MINUS_PREFIX, PLUS_PREFIX -> arithmetic.infer(scope, call);
      default -> ofFunction(scope, call);
    }
  }

  /** What is open has to be of a type. */
  void expect(SqlValidatorScope scope, SqlNode node, RelDataType type) {
    final List<SqlDynamicParam> marks =
        node.isA(SqlKind.QUERY) ? open.marks(node, 0) : open.marks(scope, node);
    marks.forEach(mark -> parameters.know(mark, type, Role.COMPARED));
  }

  private boolean concerns(SqlCall call) {
    return call.getOperandList().stream().anyMatch(this::concerns);
  }

  /** Whether it is one, or holds one beside others. */
  private boolean concerns(SqlNode operand) {
    if (operand instanceof SqlNodeList list) {
      return list.stream().anyMatch(this::concerns);
    }
    return parameters.isOpen(plain(operand))
        || OpenBranches.marks(operand).stream().anyMatch(parameters::isOpen)
        || (operand instanceof SqlCall query
            && query.isA(SqlKind.QUERY)
            && OpenBranches.sources(OpenBranches.body(query)).stream()
                .flatMap(source -> OpenBranches.columns(source).stream())
                .flatMap(column -> OpenBranches.marks(column).stream())
                .anyMatch(parameters::isOpen))
        || (operand instanceof SqlCall row && row.getKind() == SqlKind.ROW && concerns(row));
  }

  /** COALESCE has become a CASE, whose results say of themselves that they are not null. */
  private static SqlNode plain(SqlNode operand) {
    return operand instanceof SqlCall call
            && call.getOperator().equals(SqlInternalOperators.CAST_NOT_NULL)
        ? call.operand(0)
        : operand;
  }

  /** All that is open is of one type. */
  private void all(SqlValidatorScope scope, List<SqlNode> nodes, SqlTypeName type) {
    nodes.stream()
        .flatMap(node -> open.marks(scope, node).stream())
        .forEach(mark -> parameters.know(mark, type, Role.COMPARED));
  }

  private void ofCase(SqlValidatorScope scope, SqlCase call) {
    if (call.getValueOperand() == null) {
      all(scope, call.getWhenOperands().getList(), SqlTypeName.BOOLEAN);
    }
    // First, as NULLIF(?, x) has become a condition of its own argument.
    call.getWhenOperands().stream()
        .filter(condition -> condition.getKind() != SqlKind.IS_NOT_NULL) // of COALESCE
        .forEach(condition -> validator.deriveType(scope, condition));
    final List<SqlNode> results = new ArrayList<>(call.getThenOperands().getList());
    results.add(call.getElseOperand());
    results.replaceAll(ParameterInference::plain);
    operands.align(scope, results, Role.BRANCH);
  }

  private void ofCast(SqlCall cast) {
    if (!parameters.isOpen(cast.operand(0))) {
      return; // one of several, which need not be of that type
    }
    if (cast.operand(1) instanceof SqlDataTypeSpec target) {
      parameters.know(cast.<SqlNode>operand(0), target.deriveType(validator), Role.CAST);
    } else { // an interval, which can be made of a text or a number
      parameters.know(cast.<SqlNode>operand(0), SqlTypeName.VARCHAR, Role.CAST);
    }
  }

  private void ofFunction(SqlValidatorScope scope, SqlCall call) {
    final String name = call.getOperator().getName().toUpperCase(Locale.ROOT);
    final List<SqlNode> arguments = call.getOperandList();
    if (WITH_DISTANCE.contains(name) && arguments.size() > 1) {
      all(scope, List.of(arguments.get(1)), SqlTypeName.INTEGER);
    }
    if (OF_ONE_TYPE.contains(name)) {
      operands.align(scope, arguments, Role.BRANCH);
    } else if (WITH_DEFAULT.contains(name) && arguments.size() == 3) {
      operands.align(scope, List.of(arguments.get(0), arguments.get(2)), Role.BRANCH);
    }
    if (concerns(call)) {
      accepted.infer(scope, call);
    }
  }
}
