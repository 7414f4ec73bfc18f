/**
 * Queries of WITH in a syntax tree: which names they have, where these are known, and how large a
 * statement is if each is written wherever it is read. Start with {@code WithScopes}.
 */
package io.github.bedrockjdbc.driver.with;
