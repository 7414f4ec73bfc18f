/**
 * What connections share and how they come to it: URL and properties ({@code JdbcUrl}, {@code
 * Settings}), one {@code Database} for equal settings, kept for a minute after its last connection,
 * and its plans ({@code PlanCache}).
 */
package io.github.bedrockjdbc.driver.database;
