package io.github.bedrockjdbc.driver.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.sql.validate.DelegatingScope;
import org.apache.calcite.sql.validate.SqlNameMatcher;
import org.apache.calcite.sql.validate.SqlValidatorImpl;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.sql.validate.SqlValidatorUtil;

/**
 * Columns that USING or NATURAL made one, by their name alone: that of the side whose rows all
 * stay, or the first that is not NULL. Calcite knows two of them, in the select list and in GROUP
 * BY; elsewhere it calls them ambiguous.
 */
final class CommonColumns extends SqlShuttle {
  /** What a name means. */
  private record Common(SqlNode value, RelDataType type) {}

  private final SqlValidatorImpl validator;
  private final SqlValidatorScope scope;
  private final SqlNameMatcher names;
  private final List<String> selected;
  private final List<String> hiding;

  CommonColumns(SqlValidatorImpl validator, SqlValidatorScope scope) {
    this(validator, scope, List.of(), List.of());
  }

  /**
   * @param selected names of a select list, which come first
   */
  CommonColumns(SqlValidatorImpl validator, SqlValidatorScope scope, List<String> selected) {
    this(validator, scope, selected, List.of());
  }

  /**
   * @param hiding names of a select list, whose types Calcite would take for those of columns
   */
  private CommonColumns(
      SqlValidatorImpl validator,
      SqlValidatorScope scope,
      List<String> selected,
      List<String> hiding) {
    this.validator = validator;
    this.scope = scope;
    this.names = validator.getCatalogReader().nameMatcher();
    this.selected = selected;
    this.hiding = hiding;
  }

  /** An item of a select list, which keeps its name. */
  SqlNode item(SqlNode item) {
    final SqlNode expanded = item.accept(this);
    return item instanceof SqlIdentifier name && !item.equals(expanded)
        ? SqlStdOperatorTable.AS.createCall(
            item.getParserPosition(),
            expanded,
            new SqlIdentifier(name.getSimple(), name.getParserPosition()))
        : expanded;
  }

  SqlNodeList list(SqlNodeList list) {
    return list == null ? null : (SqlNodeList) list.accept(this);
  }

  SqlNode clause(SqlNode clause) {
    return clause == null ? null : clause.accept(this);
  }

  /** Queries within are expanded by themselves, and names of columns and windows stay. */
  @Override
  public SqlNode visit(SqlCall call) {
    if (!selected.isEmpty() && !SortAliases.ORDERS.contains(call.getKind())) {
      // no alias is part of an expression
      return call.accept(new CommonColumns(validator, scope, List.of(), selected));
    }
    return switch (call.getKind()) {
      case AS -> first(call);
      case OVER -> call.operand(1) instanceof SqlIdentifier ? first(call) : super.visit(call);
      default -> call.isA(SqlKind.QUERY) ? call : super.visit(call);
    };
  }

  private SqlNode first(SqlCall call) {
    final SqlNode value = call.operand(0);
    final SqlNode expanded = value.accept(this);
    if (expanded == value) {
      return call;
    }
    final List<SqlNode> operands = new ArrayList<>(call.getOperandList());
    operands.set(0, expanded);
    return call.getOperator().createCall(call.getParserPosition(), operands);
  }

  @Override
  public SqlNode visit(SqlIdentifier id) {
    if (!id.isSimple() || id.isStar() || names.indexOf(selected, id.getSimple()) >= 0) {
      return id;
    }
    final Set<String> tables = scope.findQualifyingTableNames(id.getSimple(), id, names).keySet();
    if (tables.size() == 1 && names.indexOf(hiding, id.getSimple()) >= 0) {
      return qualified(tables.iterator().next(), id.getSimple(), id.getParserPosition());
    }
    final SqlNode from = tables.size() < 2 ? null : from(scope, tables);
    final Common common = from == null ? null : common(from, tables, id);
    return common == null ? id : common.value();
  }

  /** The join, of this query or one around it, of tables that have a column. */
  private static SqlNode from(SqlValidatorScope of, Set<String> tables) {
    for (SqlValidatorScope each = of;
        each instanceof DelegatingScope inner;
        each = inner.getParent()) {
      final SqlNode from =
          each.getNode() instanceof SqlSelect select ? select.getFrom() : each.getNode();
      if (from instanceof SqlJoin join && has(join, tables)) {
        return join;
      }
    }
    return null;
  }

  private static boolean has(SqlNode from, Set<String> tables) {
    return from instanceof SqlJoin join
        ? has(join.getLeft(), tables) || has(join.getRight(), tables)
        : tables.contains(SqlValidatorUtil.alias(from));
  }

  /** Null if it means several columns that are not one. */
  private Common common(SqlNode from, Set<String> tables, SqlIdentifier id) {
    if (!(from instanceof SqlJoin join)) {
      return column(from, id);
    }
    final boolean isLeft = has(join.getLeft(), tables);
    final boolean isRight = has(join.getRight(), tables);
    if (!isLeft || !isRight) {
      return common(isLeft ? join.getLeft() : join.getRight(), tables, id);
    }
    final Common left = common(join.getLeft(), tables, id);
    final Common right = common(join.getRight(), tables, id);
    if (left == null || right == null || !isCommon(join, id.getSimple())) {
      return null;
    }
    return join.getJoinType().generatesNullsOnLeft()
        ? one(right, left, join.getJoinType().generatesNullsOnRight(), id)
        : one(left, right, false, id);
  }

  private Common column(SqlNode table, SqlIdentifier id) {
    final RelDataTypeField field =
        names.field(validator.getNamespace(table).getRowType(), id.getSimple());
    return new Common(
        qualified(SqlValidatorUtil.alias(table), field.getName(), id.getParserPosition()),
        field.getType());
  }

  private static SqlIdentifier qualified(String table, String column, SqlParserPos pos) {
    return new SqlIdentifier(List.of(table, column), null, pos, List.of(SqlParserPos.ZERO, pos));
  }

  /** The one alone, where its rows all stay and its type is that of both. */
  private Common one(Common side, Common other, boolean mayBeMissing, SqlIdentifier id) {
    final RelDataTypeFactory types = validator.getTypeFactory();
    final RelDataType type = types.leastRestrictive(List.of(side.type(), other.type()));
    if (!mayBeMissing
        && type != null
        && SqlTypeUtil.equalSansNullability(types, side.type(), type)) {
      return side;
    }
    final SqlCall first =
        SqlStdOperatorTable.COALESCE.createCall(
            id.getParserPosition(), side.value(), other.value());
    return new Common(SqlStdOperatorTable.COALESCE.rewriteCall(validator, first), type);
  }

  private boolean isCommon(SqlJoin join, String name) {
    final boolean mayBe = join.isNatural() || join.getConditionType() == JoinConditionType.USING;
    final List<String> common = mayBe ? validator.usingNames(join) : null;
    return common != null && common.stream().anyMatch(each -> names.matches(each, name));
  }
}
