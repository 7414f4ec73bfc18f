/**
 * Correlated subqueries as plans have them: which rows their variables stand for. Begin with {@link
 * io.github.bedrockjdbc.driver.subquery.SubqueryScopes}.
 */
package io.github.bedrockjdbc.driver.subquery;
