/**
 * A strict local stand-in for the service's batch job operations, and for what stands around jobs:
 * manifests in S3, tags, models and inference profiles. {@link
 * io.github.bedrockjdbc.emulator.BedrockEmulator} starts one, over given or made-up jobs, on the
 * loopback address; {@code CommandLine} does so from a shell.
 *
 * <p>It is made from the services' models alone, depends on nothing but the JDK, and shares no line
 * with the adapter that is tested against it.
 */
package io.github.bedrockjdbc.emulator;
