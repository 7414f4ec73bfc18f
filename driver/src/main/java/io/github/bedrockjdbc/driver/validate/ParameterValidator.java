package io.github.bedrockjdbc.driver.validate;

import static org.apache.calcite.util.Static.RESOURCE;

import io.github.bedrockjdbc.driver.function.Functions;
import io.github.bedrockjdbc.driver.naming.UniqueNames;
import io.github.bedrockjdbc.driver.parameter.LiteralType;
import io.github.bedrockjdbc.driver.parameter.Parameter.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.AggregatingScope;
import org.apache.calcite.sql.validate.SelectNamespace;
import org.apache.calcite.sql.validate.SqlMonotonicity;
import org.apache.calcite.sql.validate.SqlValidatorImpl;
import org.apache.calcite.sql.validate.SqlValidatorNamespace;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/**
 * Calcite's validator, but that a question mark has a type wherever a literal may stand. Calcite
 * hands types down, from what is expected of a whole expression, and gives up where that is
 * unknown. Here, as in PostgreSQL, they come up: before the type of a call is derived, {@link
 * ParameterInference} decides on its operands that are question marks, by those beside them or by
 * what the call accepts; what nothing decides is text until a value says otherwise.
 *
 * <p>A value that the inferred type does not hold makes the statement be planned once more, with
 * the type that a literal of that value would have: see {@link LiteralType}.
 */
public final class ParameterValidator extends SqlValidatorImpl {
  private static final int ON_OPERAND = 5; // of a join

  private final Parameters parameters;
  private final UnaryOperator<SqlNode> distinct;
  private final ParameterInference inference;
  private final AlignedColumns columns;
  private final RecursiveColumns recursions = new RecursiveColumns(this);
  private final IntervalQuotients quotients = new IntervalQuotients(this);
  private final ChosenTypes chosen = new ChosenTypes(this);
  private final Map<SqlValidatorNamespace, CalciteContextException> mistakes = new HashMap<>();
  private final SortAliases aliases;

  /** Where {@code distinct} copies queries that stand several times in what it is given. */
  public ParameterValidator(
      CalciteCatalogReader catalog,
      Config config,
      Parameters parameters,
      UnaryOperator<SqlNode> distinct) {
    super(
        Functions.TABLE,
        catalog,
        catalog.getTypeFactory(),
        config.withConformance(new SortAliases(config.conformance())));
    this.aliases = (SortAliases) config().conformance();
    this.parameters = parameters;
    this.distinct = distinct;
    this.columns = new AlignedColumns(this, parameters);
    this.inference = new ParameterInference(this, parameters, columns);
  }

  @Override
  protected SqlNode performUnconditionalRewrites(SqlNode node, boolean underFrom) {
    if (node instanceof SqlOrderBy order) {
      count(order.offset);
      count(order.fetch);
    } else if (node instanceof SqlSelect select) {
      count(select.getOffset());
      count(select.getFetch());
    }
    final SqlNode written = super.performUnconditionalRewrites(node, underFrom);
    final boolean isWrittenOut = written != node && !node.isA(SqlKind.QUERY);
    final SqlNode rewritten = isWrittenOut ? distinct.apply(written) : written;
    if (parameters.anyOpen() && rewritten instanceof SqlCall call) {
      columns.remember(call);
    }
    return rewritten;
  }

  /** Whether columns are sorted is asked of each column once more for each time that it is used. */
  @Override
  protected SelectNamespace createSelectNamespace(SqlSelect select, SqlNode enclosing) {
    return new SelectNamespace(this, select, enclosing) {
      @Override
      public SqlMonotonicity getMonotonicity(String column) {
        return SqlMonotonicity.NOT_MONOTONIC;
      }
    };
  }

  private void count(SqlNode rows) {
    if (parameters.isOpen(rows)) {
      parameters.know(rows, SqlTypeName.INTEGER, Role.COUNT);
    }
  }

  /** A query that has a mistake has it each time that it is asked for its columns. */
  @Override
  protected void validateNamespace(SqlValidatorNamespace namespace, RelDataType target) {
    final CalciteContextException known = mistakes.get(namespace);
    if (known != null) {
      throw known;
    }
    try {
      validateQuery(namespace, target);
    } catch (CalciteContextException mistake) {
      mistakes.put(namespace, mistake);
      throw mistake;
    }
  }

  private void validateQuery(SqlValidatorNamespace namespace, RelDataType target) {
    if (namespace.getNode() instanceof SqlCall call && call.isA(SqlKind.SET_QUERY)) {
      final SqlValidatorScope scope = scopes.get(call);
      call.getOperandList().forEach(query -> validateQuery(query, scope, target));
      CombinedColumns.check(call, this);
    }
    super.validateNamespace(namespace, target);
  }

  @Override
  public RelDataType deriveType(SqlValidatorScope scope, SqlNode node) {
    if (node instanceof SqlIdentifier || node instanceof SqlLiteral) {
      parameters.reach(node);
    }
    if (node instanceof SqlDynamicParam mark) {
      return typeOf(mark, scope);
    }
    infer(scope, node);
    quotients.widen(scope, node);
    chosen.align(scope, node);
    return super.deriveType(scope, node);
  }

  private RelDataType typeOf(SqlDynamicParam mark, SqlValidatorScope scope) {
    if (parameters.isOpen(mark)) {
      if (inference.isOnlyTested(mark)) {
        return getUnknownType();
      }
      final RelDataType column = columns.typeOf(mark, scope);
      if (column == null) {
        parameters.leaveOpen(columns.open(mark), SqlTypeName.VARCHAR);
      } else {
        parameters.know(mark, column, Role.BRANCH);
      }
    }
    return parameters.type(mark);
  }

  private void infer(SqlValidatorScope scope, SqlNode node) {
    if (node instanceof SqlCall call && parameters.anyOpen() && !node.isA(SqlKind.QUERY)) {
      columns.decide(call, scope);
      inference.infer(scope, call);
    }
  }

  @Override
  protected RelDataType validateSelectList(
      SqlNodeList items, SqlSelect select, RelDataType target) {
    return UniqueNames.row(
        super.validateSelectList(recursions.typed(items, select), select, target),
        getTypeFactory());
  }

  @Override
  protected void validateWhereClause(SqlSelect select) {
    final CommonColumns common = new CommonColumns(this, getWhereScope(select));
    select.getSelectList().getList().replaceAll(common::item);
    select.setWhere(common.clause(select.getWhere()));
    select.setGroupBy(common.list(select.getGroup()));
    select.setHaving(common.clause(select.getHaving()));
    select.setQualify(common.clause(select.getQualify()));
    for (SqlNode each : select.getWindowList()) {
      final SqlWindow window = (SqlWindow) each;
      window.setOrderList(common.list(window.getOrderList()));
      window.setPartitionList(common.list(window.getPartitionList()));
    }
    super.validateWhereClause(select);
  }

  @Override
  protected void validateWhereOrOn(SqlValidatorScope scope, SqlNode condition, String clause) {
    TypedRefusals.checkCondition(condition, clause, this, scope);
    super.validateWhereOrOn(scope, condition, clause);
  }

  @Override
  protected void validateOrderList(SqlSelect select) {
    if (select.getOrderList() != null) {
      final List<String> selected = getNamespace(select).getRowType().getFieldNames();
      select.setOrderBy(
          new CommonColumns(this, getWhereScope(select), selected).list(select.getOrderList()));
    }
    super.validateOrderList(select);
  }

  @Override
  public SqlNode expandOrderExpr(SqlSelect select, SqlNode item) {
    return aliases.within(item, () -> super.expandOrderExpr(select, item));
  }

  @Override
  public List<String> usingNames(SqlJoin join) {
    return MergedColumns.inOrder(super.usingNames(join), join, this);
  }

  @Override
  protected void validateJoin(SqlJoin join, SqlValidatorScope scope) {
    MergedColumns.check(join);
    if (join.getConditionType() == JoinConditionType.ON) {
      join.setOperand(
          ON_OPERAND, join.getCondition().accept(new CommonColumns(this, getJoinScope(join))));
    }
    super.validateJoin(join, scope);
  }

  @Override
  protected void inferUnknownTypes(RelDataType expected, SqlValidatorScope scope, SqlNode node) {
    if (parameters.anyOpen() && !expected.isStruct() && !expected.equals(getUnknownType())) {
      inference.expect(scope, node, expected);
    }
    final SqlValidatorScope own = scopes.get(node);
    infer(own == null ? scope : own, node);
    if (!(node instanceof SqlDynamicParam)) {
      super.inferUnknownTypes(expected, scope, node);
    }
  }

  /** As Calcite does, which refuses windows in subqueries of HAVING as if they were its own. */
  @Override
  protected void validateHavingClause(SqlSelect select) {
    if (select.getHaving() == null || !WindowFinder.areOnlyInSubqueries(select.getHaving())) {
      super.validateHavingClause(select);
      return;
    }
    final SqlValidatorScope scope = getSelectScope(select);
    final SqlNode having = expand(select.getHaving(), scope);
    select.setHaving(having);
    inferUnknownTypes(getTypeFactory().createSqlType(SqlTypeName.BOOLEAN), scope, having);
    ((AggregatingScope) scope).checkAggregateExpr(having, true);
    having.validate(this, scope);
    if (!SqlTypeUtil.inBooleanFamily(deriveType(scope, having))) {
      throw newValidationError(having, RESOURCE.havingMustBeBoolean());
    }
  }

  /**
   * As Calcite does, which no longer knows that it is in a window once it met one in a subquery.
   */
  @Override
  public void validateWindow(SqlNode window, SqlValidatorScope scope, SqlCall call) {
    WindowFinder.subqueries(call).forEach(query -> deriveType(scope, query));
    final List<InnerWindows> aside =
        window instanceof SqlWindow own ? InnerWindows.aside(own, this, scope) : List.of();
    super.validateWindow(window, scope, call);
    aside.forEach(InnerWindows::restore);
  }

  @Override
  public RelDataType getValidatedNodeTypeIfKnown(SqlNode node) {
    return node instanceof SqlDynamicParam mark
        ? parameters.all().get(mark.getIndex()).type()
        : super.getValidatedNodeTypeIfKnown(node);
  }

  @Override
  public void validateCall(SqlCall call, SqlValidatorScope scope) {
    super.validateCall(call, WindowedGroups.scope(this, call, scope));
  }

  /** Calcite does not look into functions that are windows' only, such as {@code LAST_VALUE}. */
  @Override
  protected boolean isNestedAggregateWindow(SqlNode node) {
    return super.isNestedAggregateWindow(node)
        || (node instanceof SqlCall call
            && call.getOperandList().stream()
                .filter(Objects::nonNull)
                .anyMatch(
                    call.getOperator().requiresOver()
                        ? this::isOverAggregateWindow
                        : this::isNestedAggregateWindow));
  }
}
