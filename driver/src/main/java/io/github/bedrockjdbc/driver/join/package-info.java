/**
 * Which join algorithms Calcite may use, and what is corrected in its choice, so that joins find
 * every row. Begin with {@link io.github.bedrockjdbc.driver.join.InnerMergeJoins}.
 */
package io.github.bedrockjdbc.driver.join;
