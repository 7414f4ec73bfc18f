/**
 * Connection settings as data. {@link io.github.bedrockjdbc.adapter.config.Property} is the one
 * table of properties: their names, types, defaults and descriptions; {@link
 * io.github.bedrockjdbc.adapter.config.Config} holds the values of one connection.
 *
 * <p>This room reads no file and knows no table, query or request. A mistake in a setting is a
 * {@code ConfigException} that names the property and what it accepts.
 */
package io.github.bedrockjdbc.adapter.config;
