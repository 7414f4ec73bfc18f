/**
 * SQL types: Calcite's type system with the precision, the scale and the common types that the
 * driver promises. Begin with {@code DriverTypeSystem}.
 */
package io.github.bedrockjdbc.driver.type;
