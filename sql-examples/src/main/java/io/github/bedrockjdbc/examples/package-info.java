/**
 * A command line over the driver. It knows {@code java.sql} and a URL, as any application would.
 */
package io.github.bedrockjdbc.examples;
