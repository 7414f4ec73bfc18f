package io.github.bedrockjdbc.driver.validate;

import io.github.bedrockjdbc.driver.parameter.Parameter.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/** Finds by trial what a function takes where a question mark is its argument; text first. */
final class AcceptedTypes {
  private static final List<SqlTypeName> CANDIDATES =
      List.of(
          SqlTypeName.VARCHAR,
          SqlTypeName.INTEGER,
          SqlTypeName.DOUBLE,
          SqlTypeName.TIMESTAMP,
          SqlTypeName.DATE,
          SqlTypeName.TIME,
          SqlTypeName.BOOLEAN);

  /** More than these are of one type, as those of CONCAT, or of none. */
  private static final int MOST_TRIED = 4;

  private final SqlValidator validator;
  private final Parameters parameters;
  private final OpenOperands open;

  AcceptedTypes(SqlValidator validator, Parameters parameters, OpenOperands open) {
    this.validator = validator;
    this.parameters = parameters;
    this.open = open;
  }

  /** Leaves the question marks alone if the call takes nothing that it could be tried with. */
  void infer(SqlValidatorScope scope, SqlCall call) {
    final Map<SqlNode, List<SqlDynamicParam>> opened = new HashMap<>();
    for (SqlCall resolved : resolved(plain(scope, call, opened))) {
      final Trial trial =
          new Trial(
              scope,
              resolved,
              resolved.getOperandList().stream().filter(parameters::isOpen).distinct().toList(),
              opened);
      List<SqlTypeName> types = trial.types();
      if (types.isEmpty() && trial.knowsOthers()) {
        types = trial.types();
      }
      if (!types.isEmpty()) {
        trial.know(types);
        return;
      }
    }
  }

  /**
   * The call with a question mark for each operand that gives one of several.
   *
   * @param opened will have those of each such operand, by the one that stands for it
   */
  private SqlCall plain(
      SqlValidatorScope scope, SqlCall call, Map<SqlNode, List<SqlDynamicParam>> opened) {
    if (!(call instanceof SqlBasicCall)) {
      return call;
    }
    final List<SqlNode> operands = new ArrayList<>(call.getOperandList());
    for (int i = 0; i < operands.size(); i++) {
      final List<SqlDynamicParam> marks = open.marks(scope, operands.get(i));
      if (!marks.isEmpty()) {
        operands.set(i, marks.get(0));
        opened.put(marks.get(0), marks);
      }
    }
    return call.getOperator()
        .createCall(
            call.getFunctionQuantifier(),
            call.getParserPosition(),
            operands.toArray(SqlNode[]::new));
  }

  /** The call of each function that its name may mean. */
  private List<SqlCall> resolved(SqlCall call) {
    if (call.getOperator().getOperandTypeChecker() != null
        || !(call.getOperator() instanceof SqlFunction function)) {
      return List.of(call);
    }
    final List<SqlOperator> known = new ArrayList<>();
    validator
        .getOperatorTable()
        .lookupOperatorOverloads(
            function.getNameAsId(),
            null,
            SqlSyntax.FUNCTION,
            known,
            validator.getCatalogReader().nameMatcher());
    return known.stream()
        .filter(operator -> operator.getOperandCountRange().isValidCount(call.operandCount()))
        .map(operator -> operator.createCall(call.getParserPosition(), call.getOperandList()))
        .toList();
  }

  /** Of one call, whose arguments are taken as they are; with coercion all could be texts. */
  private final class Trial extends SqlCallBinding {
    private final List<SqlNode> marks;
    private final Map<SqlNode, List<SqlDynamicParam>> opened;

    Trial(
        SqlValidatorScope scope,
        SqlCall call,
        List<SqlNode> marks,
        Map<SqlNode, List<SqlDynamicParam>> opened) {
      super(validator, scope, call);
      this.marks = marks;
      this.opened = opened;
    }

    @Override
    public boolean isTypeCoercionEnabled() {
      return false;
    }

    /** Types for all question marks; empty if there are none that the call takes. */
    private List<SqlTypeName> types() {
      for (SqlTypeName candidate : CANDIDATES) {
        if (accepts(all(candidate))) {
          return all(candidate);
        }
      }
      final int count = CANDIDATES.size();
      final int tries = marks.size() > MOST_TRIED ? 0 : (int) Math.pow(count, marks.size());
      for (int number = 0; number < tries; number++) {
        final List<SqlTypeName> mixed = new ArrayList<>();
        for (int rest = number; mixed.size() < marks.size(); rest /= count) {
          mixed.add(0, CANDIDATES.get(rest % count));
        }
        if (accepts(mixed)) {
          return mixed;
        }
      }
      return List.of();
    }

    /** Some functions ask for types that no one has derived. */
    private boolean knowsOthers() {
      final List<SqlNode> others =
          operands().stream()
              .filter(operand -> operand instanceof SqlCall || operand instanceof SqlNumericLiteral)
              .filter(operand -> validator.getValidatedNodeTypeIfKnown(operand) == null)
              .toList();
      try {
        others.forEach(operand -> validator.deriveType(getScope(), operand));
        return !others.isEmpty();
      } catch (CalciteContextException mistake) {
        return false; // which is found again
      }
    }

    private List<SqlTypeName> all(SqlTypeName type) {
      return Collections.nCopies(marks.size(), type);
    }

    /** Each by what else would do: where everything does, the place decides nothing. */
    private void know(List<SqlTypeName> types) {
      final List<Boolean> others = new ArrayList<>();
      for (int i = 0; i < marks.size(); i++) {
        final SqlTypeName other =
            types.get(i) == SqlTypeName.VARCHAR ? SqlTypeName.INTEGER : SqlTypeName.DOUBLE;
        final List<SqlTypeName> changed = new ArrayList<>(types);
        changed.set(i, other);
        others.add(accepts(changed) || accepts(all(other)));
      }
      for (int i = 0; i < marks.size(); i++) {
        know(opened.get(marks.get(i)), types.get(i), others.get(i), operand(0) == marks.get(i));
      }
    }

    private void know(
        List<SqlDynamicParam> all, SqlTypeName type, boolean takesOthers, boolean isFirst) {
      if (type == SqlTypeName.VARCHAR && takesOthers) {
        parameters.leaveOpen(all, type);
      } else if (type == SqlTypeName.INTEGER && takesOthers && isFirst) { // any number
        parameters.leaveOpen(all, SqlTypeName.DOUBLE);
      } else {
        all.forEach(mark -> parameters.know(mark, type, role(type)));
      }
    }

    private static Role role(SqlTypeName type) {
      return switch (type) {
        case VARCHAR, INTEGER, BOOLEAN -> Role.COMPARED;
        default -> Role.COMBINED;
      };
    }

    private boolean accepts(List<SqlTypeName> types) {
      for (int i = 0; i < marks.size(); i++) {
        parameters.know(marks.get(i), types.get(i), Role.COMPARED);
      }
      try {
        return getOperator().checkOperandTypes(this, false);
      } catch (CalciteContextException | UnsupportedOperationException refused) {
        return false; // some say no in this way, though asked not to; others cannot tell
      } finally {
        marks.forEach(parameters::forget);
      }
    }
  }
}
