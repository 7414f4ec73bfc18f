/** Tags of resources: {@code Tagging} answers {@code GetResources}. */
package io.github.bedrockjdbc.emulator.tagging;
