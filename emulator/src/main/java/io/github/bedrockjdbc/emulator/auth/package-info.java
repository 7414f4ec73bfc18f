/**
 * Signatures and API keys: who sent a request. {@code SignatureCheck} decides, as strictly as the
 * service.
 */
package io.github.bedrockjdbc.emulator.auth;
