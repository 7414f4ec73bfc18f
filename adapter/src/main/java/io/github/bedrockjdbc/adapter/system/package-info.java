/**
 * Tables about the driver itself and the standard's tables about tables. A {@code SystemTable} has
 * columns, each with the value that it shows. Reading one calls nobody.
 *
 * <p>A new one is a class like {@code SessionTable}, and its place in {@code JobsSchema}.
 */
package io.github.bedrockjdbc.adapter.system;
