/**
 * The interfaces of {@code java.sql}. {@link io.github.bedrockjdbc.driver.BedrockDriver} and {@link
 * io.github.bedrockjdbc.driver.BedrockDataSource} are what applications name; the rest are
 * connections, statements and results, whose methods check their arguments and hand on.
 *
 * <p>SQL is planned in {@code plan}, values are converted in {@code value} and {@code parameter},
 * metadata comes from {@code metadata}, and every exception is made in {@code error}. Begin with
 * {@code BedrockConnection} and {@code QueryStatement}.
 */
package io.github.bedrockjdbc.driver;
