package io.github.bedrockjdbc.driver.subquery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.sql2rel.DeduplicateCorrelateVariables;
import org.apache.calcite.util.Util;

/**
 * Converts a HAVING that has subqueries with the select list, and takes it apart again. Of several
 * subqueries in HAVING itself, Calcite gives outer columns to the first one only.
 */
public final class HavingSubqueries extends EmptyGroups {
  /** No column of a statement has it. */
  private static final String NAME = "$having";

  public HavingSubqueries(ConverterParts parts) {
    super(parts);
  }

  @Override
  protected void convertAgg(
      Blackboard bb, SqlSelect select, List<SqlNode> order, List<SqlNode> extra) {
    final SqlNode having = select.getHaving();
    if (having == null || !SqlUtil.containsCall(having, call -> call.isA(SqlKind.QUERY))) {
      super.convertAgg(bb, select, order, extra);
      return;
    }
    final SqlNodeList list = select.getSelectList();
    final List<SqlNode> more = new ArrayList<>(List.of(SqlValidatorUtil.addAlias(having, NAME)));
    more.addAll(list);
    select.setHaving(null);
    select.setSelectList(new SqlNodeList(more, list.getParserPosition()));
    try {
      super.convertAgg(bb, select, order, extra);
    } finally {
      select.setHaving(having);
      select.setSelectList(list);
    }
    bb.setRoot(filtered((Project) bb.root()), false);
  }

  /**
   * Of a select list that begins with HAVING, the rest, computed of the groups that HAVING left.
   */
  private static RelNode filtered(Project list) {
    final RelNode groups = list.getInput();
    final RexBuilder rexBuilder = list.getCluster().getRexBuilder();
    final Set<CorrelationId> variables = list.getVariablesSet();
    final Set<CorrelationId> own =
        variables.isEmpty() ? Set.of() : Set.of(list.getCluster().createCorrel());
    final List<RexNode> tested = new ArrayList<>(rexBuilder.identityProjects(groups.getRowType()));
    tested.add(list.getProjects().get(0).accept(new Renaming(rexBuilder, variables, own)));
    final RelNode left = LogicalProject.create(groups, List.of(), tested, (List<String>) null, own);
    final List<RexNode> rest = Util.skip(list.getProjects(), 1);
    return LogicalProject.create(
        LogicalFilter.create(left, rexBuilder.makeInputRef(left, tested.size() - 1)),
        List.of(),
        rest,
        Util.skip(list.getRowType().getFieldNames(), 1),
        RexUtil.SubQueryFinder.find(rest) == null ? Set.of() : variables);
  }

  /** Gives subqueries another name for the rows around them. */
  private static final class Renaming extends RexShuttle {
    private final RexBuilder rexBuilder;
    private final Set<CorrelationId> from;
    private final Set<CorrelationId> to;

    private Renaming(RexBuilder rexBuilder, Set<CorrelationId> from, Set<CorrelationId> to) {
      this.rexBuilder = rexBuilder;
      this.from = from;
      this.to = to;
    }

    @Override
    public RexNode visitSubQuery(RexSubQuery query) {
      final RexSubQuery visited = (RexSubQuery) super.visitSubQuery(query);
      return to.isEmpty()
          ? visited
          : visited.clone(
              DeduplicateCorrelateVariables.go(
                  rexBuilder, to.iterator().next(), from, visited.rel));
    }
  }
}
