/** S3, as far as reading an object: {@code Storage} answers {@code GetObject}. */
package io.github.bedrockjdbc.emulator.storage;
