/**
 * JSON at run time: {@code JsonPaths} says what a path finds in a text, and what is given if it
 * finds nothing; {@code JsonValues} whether that is of the type that was asked for. Texts and paths
 * in, values out; nothing here knows a plan.
 */
package io.github.bedrockjdbc.driver.json;
