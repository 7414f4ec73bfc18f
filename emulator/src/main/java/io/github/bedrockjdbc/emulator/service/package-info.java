/**
 * The service's rules: parameters, pages, tokens and what the two operations answer. Begin with
 * {@code Service}.
 */
package io.github.bedrockjdbc.emulator.service;
