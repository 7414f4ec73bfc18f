/**
 * A strict local stand-in for the service's two batch job operations. {@link
 * io.github.bedrockjdbc.emulator.BedrockEmulator} starts one, over given or made-up jobs, on the
 * loopback address; {@code CommandLine} does so from a shell.
 *
 * <p>It is made from the service's model alone, depends on nothing but the JDK, and shares no line
 * with the adapter that is tested against it.
 */
package io.github.bedrockjdbc.emulator;
