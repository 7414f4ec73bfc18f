/** Reaches the driver's own classes, to measure them without a service. */
package io.github.bedrockjdbc.driver;
