/**
 * Rows that are kept or counted while a plan runs: spools for what loops read again and again, and
 * guards that end what gives more rows than it reads when the execution is cancelled.
 */
package io.github.bedrockjdbc.driver.spool;
