/**
 * The rows of a result as text: tables, CSV, JSON, Markdown. An {@code Output} writes each row as
 * it comes. It knows no statement and no connection; begin with {@code TableOutput}.
 */
package io.github.bedrockjdbc.examples.output;
