/**
 * Names of a syntax tree: what columns without an alias are called, as in PostgreSQL, and which
 * WITH query a name means. Begin with {@code ColumnNames}.
 */
package io.github.bedrockjdbc.driver.naming;
