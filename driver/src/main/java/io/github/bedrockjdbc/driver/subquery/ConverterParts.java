package io.github.bedrockjdbc.driver.subquery;

import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.prepare.Prepare;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql2rel.SqlRexConvertletTable;
import org.apache.calcite.sql2rel.SqlToRelConverter;

/** What a converter of validated statements to plans is made of. */
public record ConverterParts(
    SqlValidator validator,
    Prepare.CatalogReader catalog,
    RelOptCluster cluster,
    SqlRexConvertletTable convertlets,
    SqlToRelConverter.Config config) {}
