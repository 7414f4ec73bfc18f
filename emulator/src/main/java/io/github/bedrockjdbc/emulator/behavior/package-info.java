/**
 * What can be set in an emulator: what nobody knows of the service, what it may do and what it
 * should not do ({@link io.github.bedrockjdbc.emulator.behavior.Knob}, and for other services
 * {@link io.github.bedrockjdbc.emulator.behavior.StorageKnob} and the like), and what goes wrong
 * with single requests ({@link io.github.bedrockjdbc.emulator.behavior.Fault}).
 */
package io.github.bedrockjdbc.emulator.behavior;
