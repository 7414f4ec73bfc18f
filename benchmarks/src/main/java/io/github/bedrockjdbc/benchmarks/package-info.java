/** How fast the driver is beside what one would use instead. */
package io.github.bedrockjdbc.benchmarks;
