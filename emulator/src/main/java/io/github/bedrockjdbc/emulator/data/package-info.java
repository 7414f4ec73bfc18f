/**
 * Jobs: what the service tells of each, believable ones for tests and demonstrations ({@link
 * io.github.bedrockjdbc.emulator.data.JobFixture}), recorded ones, how a job moves through its
 * life, and what it leaves behind: manifests and tags.
 */
package io.github.bedrockjdbc.emulator.data;
