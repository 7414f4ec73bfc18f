/**
 * What a table is: its columns, their types and descriptions, its key. {@link
 * io.github.bedrockjdbc.adapter.table.JobColumn} is the one table of the columns of {@code jobs}.
 *
 * <p>This room knows no query and no request. {@code RowLayout} says which column stands where in a
 * row of values.
 */
package io.github.bedrockjdbc.adapter.table;
