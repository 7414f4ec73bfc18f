/**
 * The rows of {@code DatabaseMetaData}: tables, columns, types, functions, keys. {@code MetaResult}
 * has the columns that JDBC 4.3 gives each of its results.
 *
 * <p>It asks nobody: what the database holds is known from {@code adapter.table}.
 */
package io.github.bedrockjdbc.driver.metadata;
