/**
 * From a statement's text to Calcite's syntax tree. {@code Sql} parses; token rewrites accept what
 * clients write beyond Calcite's grammar; {@code SyntaxMistake} and {@code UnknownName} say what is
 * wrong where.
 *
 * <p>It knows no plan and no connection. A new form is a class like {@code InfixForms}, named in
 * {@code TokenRewrites}.
 */
package io.github.bedrockjdbc.driver.sql;
