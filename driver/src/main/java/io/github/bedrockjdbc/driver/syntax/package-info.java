/**
 * Rewrites and refusals of a syntax tree, before it is validated. A {@code SqlRewrite} replaces
 * calls, inner ones first; {@code Refusals} names what to write instead of what cannot be run.
 */
package io.github.bedrockjdbc.driver.syntax;
