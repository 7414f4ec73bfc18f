/**
 * Where a person or a program sits: what comes in, where rows go and what stands beside them. It
 * knows no statement; begin with {@code Shell}.
 */
package io.github.bedrockjdbc.examples.terminal;
