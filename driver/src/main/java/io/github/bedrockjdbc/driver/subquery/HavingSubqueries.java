package io.github.bedrockjdbc.driver.subquery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.prepare.Prepare;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.sql2rel.SqlRexConvertletTable;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.util.Util;

/**
 * Computes a HAVING that has subqueries in the select list, and filters by its value. Of several
 * subqueries in HAVING itself, Calcite gives outer columns to the first one only.
 */
public final class HavingSubqueries extends SqlToRelConverter {
  /** No column of a statement has it. */
  private static final String NAME = "$having";

  public HavingSubqueries(
      RelOptTable.ViewExpander views,
      SqlValidator validator,
      Prepare.CatalogReader catalog,
      RelOptCluster cluster,
      SqlRexConvertletTable convertlets,
      Config config) {
    super(views, validator, catalog, cluster, convertlets, config);
  }

  @Override
  protected void convertAgg(
      Blackboard bb, SqlSelect select, List<SqlNode> order, List<SqlNode> extra) {
    final SqlNode having = select.getHaving();
    if (having == null || !hasQuery(having)) {
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
    bb.setRoot(filtered(bb.root()), false);
  }

  /** The rows whose first column is true, without it. */
  private static RelNode filtered(RelNode computed) {
    final RexBuilder rexBuilder = computed.getCluster().getRexBuilder();
    final List<RexNode> columns =
        new ArrayList<>(rexBuilder.identityProjects(computed.getRowType()));
    return LogicalProject.create(
        LogicalFilter.create(computed, columns.get(0)),
        List.of(),
        Util.skip(columns, 1),
        Util.skip(computed.getRowType().getFieldNames(), 1),
        Set.of());
  }

  private static boolean hasQuery(SqlNode part) {
    final boolean[] found = {false};
    part.accept(
        new SqlBasicVisitor<Void>() {
          @Override
          public Void visit(SqlCall call) {
            found[0] |= call.isA(SqlKind.QUERY);
            return found[0] ? null : super.visit(call);
          }
        });
    return found[0];
  }
}
