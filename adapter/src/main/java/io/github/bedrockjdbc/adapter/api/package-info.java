/**
 * The service's two operations over HTTP: requests, pages, signing, retries and errors. Knows
 * nothing of SQL.
 */
package io.github.bedrockjdbc.adapter.api;
