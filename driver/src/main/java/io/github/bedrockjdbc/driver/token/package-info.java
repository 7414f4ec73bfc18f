/**
 * The tokens of a statement, as Calcite's parser reads them: {@code SqlTokens} renames single ones,
 * and {@code TokenRewrites} accepts what clients write beyond Calcite's grammar. Literals, quoted
 * names and comments stay as they are, so that mistakes are told where they were written.
 *
 * <p>A new form is a class like {@code InfixForms}, named in {@code TokenRewrites}.
 */
package io.github.bedrockjdbc.driver.token;
