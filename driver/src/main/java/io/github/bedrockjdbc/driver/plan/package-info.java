/**
 * From a parsed statement to something that runs. {@code Planning} leads: {@code Translation} gives
 * the logical plan; if the scan is all that is left it runs directly, else {@code FullPlanner}
 * applies Calcite's rules and generates code.
 *
 * <p>Planning is bounded and ends with the statement that waits for it.
 */
package io.github.bedrockjdbc.driver.plan;
