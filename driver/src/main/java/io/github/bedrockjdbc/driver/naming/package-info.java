/** What columns without an alias are called, as in PostgreSQL. Begin with {@code ColumnNames}. */
package io.github.bedrockjdbc.driver.naming;
