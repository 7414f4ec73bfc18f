/**
 * Where calls go: the hosts of services and regions, as the settings, the AWS tools' own settings
 * or the SDK's rules name them. Begin with {@link
 * io.github.bedrockjdbc.adapter.api.endpoint.Endpoint}.
 */
package io.github.bedrockjdbc.adapter.api.endpoint;
