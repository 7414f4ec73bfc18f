/**
 * A value of a result, and what JDBC may ask of it. A {@code ColumnAccessor} reads a column as any
 * class or type; {@code SqlTypeInfo} is the one table of the types that clients see; {@code
 * RowCursor} stands on the current row.
 *
 * <p>It knows no statement and no connection.
 */
package io.github.bedrockjdbc.driver.value;
