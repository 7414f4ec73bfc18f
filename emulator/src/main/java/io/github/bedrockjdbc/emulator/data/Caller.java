package io.github.bedrockjdbc.emulator.data;

/**
 * Who asks, and where.
 *
 * @param account owner of the key, twelve digits
 * @param region from the credential scope; for an API key the emulator's first region
 * @param accessKeyId {@code "bearer"} for an API key, which is a secret as a whole
 */
public record Caller(String account, String region, String accessKeyId) {}
