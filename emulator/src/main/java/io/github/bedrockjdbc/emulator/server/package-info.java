/**
 * Connections, and what happens to each request on its way: log, faults, latency, answer. Begin
 * with {@code Listener} and {@code Exchanges}.
 */
package io.github.bedrockjdbc.emulator.server;
