/** The JDBC front: URL, connections, statements, results, metadata and errors. */
package io.github.bedrockjdbc.driver;
