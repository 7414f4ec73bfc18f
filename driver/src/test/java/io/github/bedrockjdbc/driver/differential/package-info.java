/**
 * Random queries against three engines over the same jobs: the driver with pushdown, the driver
 * without, and H2. What H2 holds comes from the emulator's jobs, never from the driver.
 *
 * <p>Where H2 means something else by the same text, it is told so:
 *
 * <table>
 *   <caption>Dialects</caption>
 *   <tr><th>the driver</th><th>H2</th></tr>
 *   <tr><td>NULL is higher than all values</td><td>{@code DEFAULT_NULL_ORDERING=HIGH}</td></tr>
 *   <tr><td>LIKE has no escape of its own</td><td>{@code DEFAULT_ESCAPE=} (empty)</td></tr>
 *   <tr><td>the clock is in UTC</td><td>{@code SET TIME ZONE 'UTC'}, LOCALTIMESTAMP</td></tr>
 *   <tr><td>times are UTC in any zone</td><td>TIMESTAMP(3), set and read as LocalDateTime</td></tr>
 *   <tr><td>a Timestamp parameter is in the JVM's zone</td><td>set as LocalDateTime</td></tr>
 *   <tr><td>AVG of whole numbers is DOUBLE</td><td>SUM as DOUBLE PRECISION by COUNT</td></tr>
 *   <tr><td>FLOOR(t TO DAY)</td><td>DATE_TRUNC('DAY', t)</td></tr>
 *   <tr><td>SUM, COUNT, EXTRACT are BIGINT</td><td>whole numbers compare without width</td></tr>
 * </table>
 *
 * <p>Left out: literals of different lengths in one CASE or UNION (the standard pads them, H2 does
 * not); {@code _} against characters outside the BMP (H2 counts UTF-16 units); times below the
 * millisecond (the driver drops them, H2 compares them); times as text and CEIL (no common form);
 * FULL JOIN (H2 has none).
 */
package io.github.bedrockjdbc.driver.differential;
