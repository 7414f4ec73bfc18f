package io.github.bedrockjdbc.emulator.http;

import java.util.Map;

/**
 * What a service says when it refuses, before it has that service's form.
 *
 * @param type such as {@code ValidationException} or {@code NoSuchKey}
 * @param details more elements of an XML error, in their order
 */
record Refusal(int status, String type, String message, Map<String, String> details) {}
