package io.github.bedrockjdbc.driver.validate;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.function.RecursiveColumn;
import io.github.bedrockjdbc.driver.syntax.Recursions;
import io.github.bedrockjdbc.driver.type.DecimalTypes;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.DelegatingScope;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.sql.validate.SqlValidatorUtil;

/**
 * The columns of a recursion. Calcite takes their types from the first rows, and cuts what later
 * ones have; here they have room for more, and what still does not fit is refused.
 */
final class RecursiveColumns {
  private final ParameterValidator validator;

  RecursiveColumns(ParameterValidator validator) {
    this.validator = validator;
  }

  /** What a query selects, its values of the types of the recursion if it is part of one. */
  SqlNodeList typed(SqlNodeList items, SqlSelect select) {
    final String part = part(select);
    final boolean isSeed = part.equals(Recursions.SEED);
    if (items.size() != 1
        || !OpenBranches.isStar(items.get(0))
        || !(isSeed || part.equals(Recursions.STEP))) {
      return items;
    }
    final SqlNodeList columns = validator.expandStar(items, select, false);
    final SqlValidatorScope scope = validator.getSelectScope(select);
    final List<RelDataType> types =
        columns.stream().map(column -> validator.deriveType(scope, column)).toList();
    final List<RelDataType> wanted =
        isSeed ? types.stream().map(this::widened).toList() : seedTypes(select, types);
    final List<SqlNode> typed = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      final SqlNode column = columns.get(i);
      typed.add(
          SqlValidatorUtil.addAlias(
              new RecursiveColumn(wanted.get(i)).createCall(items.getParserPosition(), column),
              SqlValidatorUtil.alias(column, i)));
    }
    return new SqlNodeList(typed, items.getParserPosition());
  }

  private static String part(SqlSelect select) {
    return select.getFrom() instanceof SqlCall from
            && from.getKind() == SqlKind.AS
            && from.operand(1) instanceof SqlIdentifier name
        ? name.getSimple()
        : "";
  }

  private List<RelDataType> seedTypes(SqlSelect step, List<RelDataType> types) {
    final SqlWithItem query = query(validator.getSelectScope(step));
    SqlNode body = query.query;
    while (body instanceof SqlWith with) {
      body = with.body;
    }
    final List<RelDataType> seed =
        validator.getNamespace(((SqlCall) body).operand(0)).getRowType().getFieldList().stream()
            .map(field -> field.getType())
            .toList();
    if (seed.size() != types.size()) {
      throw SqlMistake.at(
          step.getParserPosition(),
          "the queries of '%s' have %d and %d columns: they must have as many"
              .formatted(query.name, seed.size(), types.size()));
    }
    for (int i = 0; i < seed.size(); i++) {
      if (!holds(seed.get(i), types.get(i))) {
        throw SqlMistake.at(
            step.getParserPosition(),
            ("column %d of '%s' is of the type %s in its first query and %s in the recursive one:"
                    + " cast both to one type")
                .formatted(i + 1, query.name, name(seed.get(i)), name(types.get(i))));
      }
    }
    return seed;
  }

  private static SqlWithItem query(SqlValidatorScope step) {
    SqlValidatorScope scope = step;
    while (!(scope.getNode() instanceof SqlWithItem)) {
      scope = ((DelegatingScope) scope).getParent();
    }
    return (SqlWithItem) scope.getNode();
  }

  private boolean holds(RelDataType column, RelDataType type) {
    final RelDataTypeFactory types = validator.getTypeFactory();
    final RelDataType common = types.leastRestrictive(List.of(column, widened(type)));
    return type.getSqlTypeName() == SqlTypeName.NULL
        || (common != null
            && (common.equals(column) || isDecimalOf(column, type) || areIntervals(column, type)));
  }

  /** Digits before the point that have no room are an error when they come. */
  private static boolean isDecimalOf(RelDataType column, RelDataType type) {
    return column.getSqlTypeName() == SqlTypeName.DECIMAL
        && (SqlTypeName.INT_TYPES.contains(type.getSqlTypeName())
            || (type.getSqlTypeName() == SqlTypeName.DECIMAL
                && type.getScale() <= column.getScale()));
  }

  private static boolean areIntervals(RelDataType column, RelDataType type) {
    return SqlTypeName.INTERVAL_TYPES.contains(column.getSqlTypeName())
        && column.getSqlTypeName() == type.getSqlTypeName();
  }

  private static String name(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.DECIMAL
        ? "DECIMAL(" + type.getPrecision() + ", " + type.getScale() + ")"
        : type.getSqlTypeName().getName();
  }

  /** The widest type of its kind. */
  private RelDataType widened(RelDataType type) {
    final RelDataTypeFactory types = validator.getTypeFactory();
    final RelDataType wide =
        switch (type.getSqlTypeName()) {
          case CHAR, VARCHAR, NULL -> types.createSqlType(SqlTypeName.VARCHAR);
          case TIME, TIMESTAMP -> types.createSqlType(type.getSqlTypeName());
          case DECIMAL ->
              types.createSqlType(SqlTypeName.DECIMAL, DecimalTypes.DIGITS, scale(type));
          case ARRAY -> types.createArrayType(widened(type.getComponentType()), -1);
          default -> type;
        };
    return types.createTypeWithNullability(wide, true);
  }

  /** That of a quotient, unless the digits before the point need the room. */
  private static int scale(RelDataType decimal) {
    final int room = DecimalTypes.DIGITS - decimal.getPrecision() + decimal.getScale();
    return Math.max(decimal.getScale(), Math.min(DecimalTypes.FRACTION, room));
  }
}
