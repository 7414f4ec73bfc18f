/**
 * Rewrites of row expressions in a logical plan. Most are an {@code ExpressionRewrite}, which
 * replaces calls so that the code which Calcite generates for them is right, bounded and small
 * enough.
 */
package io.github.bedrockjdbc.driver.rewrite;
