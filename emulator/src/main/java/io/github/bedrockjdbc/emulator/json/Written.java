package io.github.bedrockjdbc.emulator.json;

/**
 * A value that is written already.
 *
 * @param json as {@link Json#text(Object)} wrote it
 */
public record Written(String json) {}
