/**
 * From a statement's text to Calcite's syntax tree. {@code Sql} parses; {@code SyntaxMistake} and
 * {@code UnknownName} say what is wrong where.
 *
 * <p>It knows no plan and no connection. What is written beyond Calcite's grammar is in {@code
 * token}.
 */
package io.github.bedrockjdbc.driver.sql;
