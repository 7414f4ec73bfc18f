package io.github.bedrockjdbc.driver.validate;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.sql.validate.DelegatingScope;
import org.apache.calcite.sql.validate.SqlNameMatcher;
import org.apache.calcite.sql.validate.SqlValidatorImpl;
import org.apache.calcite.sql.validate.SqlValidatorNamespace;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.sql.validate.SqlValidatorUtil;

/**
 * Columns that USING or NATURAL made one, by their name alone: the first of them that is not NULL.
 * Calcite knows two of them, in the select list; elsewhere it calls them ambiguous.
 */
final class CommonColumns extends SqlShuttle {
  private final SqlValidatorImpl validator;
  private final SqlValidatorScope scope;
  private final SqlNameMatcher names;
  private boolean isInItem;

  CommonColumns(SqlValidatorImpl validator, SqlValidatorScope scope) {
    this.validator = validator;
    this.scope = scope;
    this.names = validator.getCatalogReader().nameMatcher();
  }

  /** An item of a select list, which keeps its name. */
  SqlNode item(SqlNode item) {
    isInItem = true;
    final SqlNode expanded = item.accept(this);
    return item instanceof SqlIdentifier name && !item.equals(expanded)
        ? SqlStdOperatorTable.AS.createCall(
            item.getParserPosition(),
            expanded,
            new SqlIdentifier(name.getSimple(), name.getParserPosition()))
        : expanded;
  }

  /** Queries within are expanded by themselves. */
  @Override
  public SqlNode visit(SqlCall call) {
    return call.isA(SqlKind.QUERY) ? call : super.visit(call);
  }

  @Override
  public SqlNode visit(SqlIdentifier id) {
    if (!id.isSimple()
        || id.isStar()
        || scope.findQualifyingTableNames(id.getSimple(), id, names).size() < 2) {
      return id;
    }
    final SqlNode from = from(scope, id.getSimple());
    final List<SqlNode> columns = from == null ? List.of() : columns(from, id);
    if (isInItem && columns.size() == 2 && isCommon((SqlJoin) from, id.getSimple())) {
      return id; // Calcite does this, and sees that it is the one of GROUP BY
    }
    if (columns.size() < 2) {
      return columns.isEmpty() ? id : columns.get(0);
    }
    final SqlCall first = SqlStdOperatorTable.COALESCE.createCall(id.getParserPosition(), columns);
    return SqlStdOperatorTable.COALESCE.rewriteCall(validator, first);
  }

  /** The tables, of this query or one around it, that have a column. */
  private SqlNode from(SqlValidatorScope of, String name) {
    for (SqlValidatorScope each = of;
        each instanceof DelegatingScope inner;
        each = inner.getParent()) {
      final SqlNode from =
          each.getNode() instanceof SqlSelect select ? select.getFrom() : each.getNode();
      if (from instanceof SqlJoin join && has(join, name)) {
        return join;
      }
    }
    return null;
  }

  private boolean has(SqlNode from, String name) {
    return from instanceof SqlJoin join
        ? has(join.getLeft(), name) || has(join.getRight(), name)
        : field(from, name) != null;
  }

  private RelDataTypeField field(SqlNode table, String name) {
    final SqlValidatorNamespace namespace = validator.getNamespace(table);
    return namespace == null ? null : names.field(namespace.getRowType(), name);
  }

  /** The columns that a name means; none if it is none, or several that are not one. */
  private List<SqlNode> columns(SqlNode from, SqlIdentifier id) {
    if (!(from instanceof SqlJoin join)) {
      final String alias = SqlValidatorUtil.alias(from);
      final RelDataTypeField field = field(from, id.getSimple());
      final SqlParserPos pos = id.getParserPosition();
      return alias == null || field == null
          ? List.of()
          : List.of(
              new SqlIdentifier(
                  List.of(alias, field.getName()), null, pos, List.of(SqlParserPos.ZERO, pos)));
    }
    final boolean isLeft = has(join.getLeft(), id.getSimple());
    final boolean isRight = has(join.getRight(), id.getSimple());
    if (isLeft && isRight && !isCommon(join, id.getSimple())) {
      return List.of();
    }
    final List<SqlNode> columns = new ArrayList<>();
    for (SqlNode side : List.of(join.getLeft(), join.getRight())) {
      if (has(side, id.getSimple())) {
        final List<SqlNode> some = columns(side, id);
        if (some.isEmpty()) {
          return List.of();
        }
        columns.addAll(some);
      }
    }
    return columns;
  }

  private boolean isCommon(SqlJoin join, String name) {
    final boolean mayBe = join.isNatural() || join.getConditionType() == JoinConditionType.USING;
    final List<String> common = mayBe ? validator.usingNames(join) : null;
    return common != null && common.stream().anyMatch(each -> names.matches(each, name));
  }
}
