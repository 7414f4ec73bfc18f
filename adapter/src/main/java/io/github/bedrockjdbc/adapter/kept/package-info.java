/**
 * Rows that are kept for a time, so that statements need not ask again. {@code KeptWalks} leads: it
 * finds a walk that holds all that is wanted, lets those wait who would make the same one, and
 * bounds the memory; {@code KeptJobs} holds the rows of one.
 *
 * <p>Knows requests and rows, and not how they are sent and read. Why rows may be kept at all
 * stands in {@code docs/freshness.md}.
 */
package io.github.bedrockjdbc.adapter.kept;
