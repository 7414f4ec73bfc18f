/**
 * All operations, and the rules of those on jobs: parameters, pages and what they answer. Begin
 * with {@code Service}.
 */
package io.github.bedrockjdbc.emulator.service;
