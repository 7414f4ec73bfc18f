/**
 * A request as it came and an answer before it is sent, with the service's errors in its own words.
 */
package io.github.bedrockjdbc.emulator.http;
