/**
 * Who asks: credentials and regions as the AWS tools find them, in settings, environment, files,
 * processes, roles and single sign-on. Begin with {@code Credentials} and {@code CredentialChain}.
 *
 * <p>Only this room and the signer see the SDK. What a file or a process holds never reaches a
 * message: {@code CredentialFailure} says what to do instead.
 */
package io.github.bedrockjdbc.adapter.api.auth;
