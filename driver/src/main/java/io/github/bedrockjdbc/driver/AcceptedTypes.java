package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.Parameter.Role;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;
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

  AcceptedTypes(SqlValidator validator, Parameters parameters) {
    this.validator = validator;
    this.parameters = parameters;
  }

  /** Leaves the question marks alone if the call takes nothing that it could be tried with. */
  void infer(SqlValidatorScope scope, SqlCall call) {
    for (SqlCall resolved : resolved(call)) {
      final List<SqlNode> marks =
          resolved.getOperandList().stream().filter(parameters::isOpen).distinct().toList();
      final List<SqlTypeName> types = types(scope, resolved, marks);
      if (!types.isEmpty()) {
        for (int i = 0; i < marks.size(); i++) {
          know(scope, resolved, marks, types, i);
        }
        return;
      }
    }
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

  private List<SqlTypeName> types(SqlValidatorScope scope, SqlCall call, List<SqlNode> marks) {
    for (SqlTypeName candidate : CANDIDATES) {
      final List<SqlTypeName> same = marks.stream().map(mark -> candidate).toList();
      if (accepts(scope, call, marks, same)) {
        return same;
      }
    }
    final int count = CANDIDATES.size();
    final int tries = marks.size() > MOST_TRIED ? 0 : (int) Math.pow(count, marks.size());
    for (int number = 0; number < tries; number++) {
      final List<SqlTypeName> mixed = new ArrayList<>();
      for (int rest = number; mixed.size() < marks.size(); rest /= count) {
        mixed.add(0, CANDIDATES.get(rest % count));
      }
      if (accepts(scope, call, marks, mixed)) {
        return mixed;
      }
    }
    return List.of();
  }

  /** By what else would do: where everything does, the place decides nothing. */
  private void know(
      SqlValidatorScope scope,
      SqlCall call,
      List<SqlNode> marks,
      List<SqlTypeName> types,
      int index) {
    final SqlNode mark = marks.get(index);
    switch (types.get(index)) {
      case VARCHAR ->
          parameters.know(
              mark,
              SqlTypeName.VARCHAR,
              also(scope, call, marks, types, index, SqlTypeName.INTEGER)
                  ? Role.OPEN
                  : Role.COMPARED);
      case INTEGER -> {
        final boolean isAnyNumber =
            call.operand(0) == mark && also(scope, call, marks, types, index, SqlTypeName.DOUBLE);
        parameters.know(
            mark,
            isAnyNumber ? SqlTypeName.DOUBLE : SqlTypeName.INTEGER,
            isAnyNumber ? Role.OPEN : Role.COMPARED);
      }
      case BOOLEAN -> parameters.know(mark, SqlTypeName.BOOLEAN, Role.COMPARED);
      default -> parameters.know(mark, types.get(index), Role.COMBINED);
    }
  }

  private boolean also(
      SqlValidatorScope scope,
      SqlCall call,
      List<SqlNode> marks,
      List<SqlTypeName> types,
      int index,
      SqlTypeName other) {
    final List<SqlTypeName> changed = new ArrayList<>(types);
    changed.set(index, other);
    if (accepts(scope, call, marks, changed)) {
      return true;
    }
    // Where all of them have to be of one type.
    return accepts(scope, call, marks, marks.stream().map(mark -> other).toList());
  }

  boolean accepts(SqlValidatorScope scope, SqlCall call, SqlNode mark, SqlTypeName type) {
    return accepts(scope, call, List.of(mark), List.of(type));
  }

  private boolean accepts(
      SqlValidatorScope scope, SqlCall call, List<SqlNode> marks, List<SqlTypeName> types) {
    final RelDataTypeFactory factory = validator.getTypeFactory();
    return tried(
        scope, call, marks, types.stream().map(type -> factory.createSqlType(type)).toList());
  }

  boolean accepts(SqlValidatorScope scope, SqlCall call, SqlNode mark, RelDataType type) {
    return tried(scope, call, List.of(mark), List.of(type));
  }

  private boolean tried(
      SqlValidatorScope scope, SqlCall call, List<SqlNode> marks, List<RelDataType> types) {
    final SqlOperandTypeChecker checker = call.getOperator().getOperandTypeChecker();
    if (checker == null) {
      return false;
    }
    for (int i = 0; i < marks.size(); i++) {
      parameters.know(marks.get(i), types.get(i), Role.COMPARED);
    }
    try {
      return checker.checkOperandTypes(new Uncoerced(scope, call), false);
    } catch (CalciteContextException refused) {
      return false; // some say no in this way, though asked not to
    } finally {
      marks.forEach(parameters::forget);
    }
  }

  /** A call whose arguments are taken as they are; with coercion everything could be a text. */
  private final class Uncoerced extends SqlCallBinding {
    Uncoerced(SqlValidatorScope scope, SqlCall call) {
      super(validator, scope, call);
    }

    @Override
    public boolean isTypeCoercionEnabled() {
      return false;
    }
  }
}
