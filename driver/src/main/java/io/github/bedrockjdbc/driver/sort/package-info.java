/**
 * ORDER BY at run time, where Calcite's generated code fails: by several values, some of which are
 * rows or arrays. Start with {@code RowSort}.
 */
package io.github.bedrockjdbc.driver.sort;
