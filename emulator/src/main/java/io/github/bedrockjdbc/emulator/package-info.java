/**
 * A local stand-in for the service's two batch job operations, as strict as the service. It is
 * built on the JDK alone and shares no code with the driver, so that one mistake cannot hide in
 * both.
 */
package io.github.bedrockjdbc.emulator;
