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
 *   <tr><td>CEIL(t TO DAY)</td><td>DATE_TRUNC of a millisecond less than a day later</td></tr>
 *   <tr><td>a time as text beside a DATE is a time</td><td>TIMESTAMP before the text</td></tr>
 *   <tr><td>SUM, COUNT, EXTRACT are BIGINT</td><td>whole numbers compare without width</td></tr>
 * </table>
 *
 * <p>Left out:
 *
 * <ol>
 *   <li>Literals of different lengths in one CASE or UNION: the standard pads them, H2 does not.
 *   <li>{@code _} against characters outside the BMP, of which H2 counts the UTF-16 units, and
 *       {@code ILIKE ''}, on which H2 2.3.232 fails beside a predicate on the length.
 *   <li>Times below the millisecond, which the driver drops and H2 compares, and a time made a
 *       text, which each writes in its own way.
 *   <li>What H2 has no form for: FULL JOIN, EXCEPT ALL, INTERSECT ALL, GROUPING SETS, ROLLUP, CUBE.
 *   <li>What has no one right answer: a limit under an order that is not total within another query
 *       (the outermost one is compared with all rows that may come), jobs that move or arrive
 *       meanwhile (see {@link MovingJobsTest}), what Calcite refuses (an order by a name that the
 *       list has twice, TIMESTAMP and DATE in one IN list).
 * </ol>
 */
package io.github.bedrockjdbc.driver.differential;
