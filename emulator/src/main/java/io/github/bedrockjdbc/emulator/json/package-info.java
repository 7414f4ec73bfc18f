/** JSON, written and read with nothing but the JDK. */
package io.github.bedrockjdbc.emulator.json;
