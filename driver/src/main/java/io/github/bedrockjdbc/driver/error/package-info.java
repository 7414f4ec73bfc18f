/**
 * Every {@code SQLException} of the driver is made here, by {@code SqlErrors}, with a state of
 * {@code SqlState}, the one table of them. A {@code SqlFault} is what code without JDBC throws;
 * {@code SqlMistake} words mistakes in a statement with their line and column.
 */
package io.github.bedrockjdbc.driver.error;
