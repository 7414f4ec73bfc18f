/** HTTP/1.1 over connections that are kept: routes, proxies, TLS, and answers of bounded size. */
package io.github.bedrockjdbc.adapter.api.transport;
