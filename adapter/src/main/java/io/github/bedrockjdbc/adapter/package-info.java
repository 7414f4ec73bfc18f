/** The jobs as a Calcite table: columns, settings, pushdown, and the walk that gives rows. */
package io.github.bedrockjdbc.adapter;
