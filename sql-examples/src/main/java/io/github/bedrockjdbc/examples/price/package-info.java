/** Prices of models that a user gives, as a table of statements. Begin with {@code Prices}. */
package io.github.bedrockjdbc.examples.price;
