/**
 * From a physical plan to code that runs. {@code GeneratedCode} leads: large expressions are split,
 * Calcite writes Java source, and {@code CodeCompiler} makes classes of it.
 *
 * <p>Nothing here is reached by statements that the scan answers alone.
 */
package io.github.bedrockjdbc.driver.code;
