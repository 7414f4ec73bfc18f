/**
 * All that is there: the jobs of each account and region as they are now, and the buckets that they
 * write to. Begin with {@code World}.
 */
package io.github.bedrockjdbc.emulator.world;
