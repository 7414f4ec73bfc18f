package io.github.bedrockjdbc.driver.subquery;

import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.prepare.Prepare;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql2rel.SqlRexConvertletTable;
import org.apache.calcite.sql2rel.SqlToRelConverter;

/**
 * Converts subqueries that begin with WITH and end with ORDER BY. Calcite leaves out their order,
 * which nothing asks for, and looks for it then.
 */
abstract class WithConversion extends SqlToRelConverter {
  WithConversion(
      RelOptTable.ViewExpander views,
      SqlValidator validator,
      Prepare.CatalogReader catalog,
      RelOptCluster cluster,
      SqlRexConvertletTable convertlets,
      Config config) {
    super(views, validator, catalog, cluster, convertlets, config);
  }

  @Override
  public RelRoot convertWith(SqlWith with, boolean top) {
    return top ? super.convertWith(with, true) : convertQueryRecursive(with.body, false, null);
  }
}
