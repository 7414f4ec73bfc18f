/** The rules that all lists share: parameters, page tokens, and what is odd about answers. */
package io.github.bedrockjdbc.emulator.query;
