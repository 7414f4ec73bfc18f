/**
 * Jobs: what the service tells of each, believable ones for tests and demonstrations ({@link
 * io.github.bedrockjdbc.emulator.data.JobFixture}), recorded ones, and how a job moves through its
 * life.
 */
package io.github.bedrockjdbc.emulator.data;
