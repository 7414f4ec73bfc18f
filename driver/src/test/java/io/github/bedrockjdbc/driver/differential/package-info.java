/**
 * Random queries against three engines over the same jobs: the driver with pushdown, the driver
 * without, and a reference. What the reference holds comes from the emulator's jobs, never from the
 * driver. It is DuckDB, which reads SQL as PostgreSQL does and runs within the test; where a
 * PostgreSQL runs, {@code -Ddifferential.postgres=jdbc:postgresql:…} makes that the reference, and
 * {@code -Ddifferential.judge=jdbc:postgresql:…} asks it about what DuckDB answers otherwise, or
 * cannot run.
 *
 * <p>Rows are compared, and their order where there is one; so are labels and types, and that no
 * column is NULL that is said never to be. A question mark of the driver is a literal for the
 * reference: both must mean the same; where the driver cannot tell the type of one, the statement
 * must be right with literals. Where the reference means something else by the same text, it is
 * told so ({@link io.github.bedrockjdbc.driver.differential.Dialects}):
 *
 * <table>
 *   <caption>Dialects</caption>
 *   <tr><th>the driver</th><th>the reference</th></tr>
 *   <tr><td>NULL is higher than all values</td><td>DuckDB: {@code default_null_order}</td></tr>
 *   <tr><td>whole numbers divide to whole ones</td><td>{@code whole_div}</td></tr>
 *   <tr><td>sums of whole numbers may be decimals</td><td>both divide CAST(x AS BIGINT)</td></tr>
 *   <tr><td>averages of whole numbers are DOUBLE</td><td>CAST(AVG(x) AS DOUBLE PRECISION)</td></tr>
 *   <tr><td>CURRENT_TIMESTAMP is a TIMESTAMP in UTC</td><td>{@code utc_now()}</td></tr>
 *   <tr><td>FLOOR(t TO DAY), TIMESTAMPDIFF, …</td><td>DATE_TRUNC, {@code ms_between}, …</td></tr>
 *   <tr><td>LISTAGG … WITHIN GROUP</td><td>STRING_AGG(… ORDER BY …)</td></tr>
 *   <tr><td>sums of decimals have digits enough for those beside them</td><td>SUM(x +
 *   0.000000)</td></tr>
 *   <tr><td>(a, b) IN (query)</td><td>what it means, since DuckDB has it uncorrelated only</td></tr>
 *   <tr><td>(a, b) &lt; (c, d), IS NULL, IN, BETWEEN</td><td>what they mean by their parts: DuckDB
 *   compares structs</td></tr>
 *   <tr><td>x alone in ORDER BY, where an alias hides it; within an expression</td><td>a position;
 *   {@code jobs.x}</td></tr>
 *   <tr><td>SELECT * of USING and NATURAL</td><td>its columns, in the standard's order</td></tr>
 *   <tr><td>EXTRACT(HOUR FROM CAST(t - u AS INTERVAL HOUR))</td><td>{@code ms_between} as whole
 *   hours</td></tr>
 *   <tr><td>CAST(x AS CHAR(n)), CAST(t AS TIMESTAMP(n))</td><td>{@code char_of}, {@code
 *   rounded_time}</td></tr>
 *   <tr><td>OVERLAPS, JSON_VALUE, JSON_EXISTS</td><td>{@code overlapping}, {@code json_text}, {@code
 *   json_has}</td></tr>
 * </table>
 *
 * <p>Left out:
 *
 * <ol>
 *   <li>Times below the millisecond, which the driver drops and the reference compares.
 *   <li>What has no one right answer: a limit under an order that is not total within another query
 *       (the outermost one is compared with all rows that may come), MODE and ANY_VALUE, RAND, jobs
 *       that move or arrive meanwhile (see {@link
 *       io.github.bedrockjdbc.driver.differential.MovingJobsTest}).
 *   <li>What DuckDB cannot bind, or gets wrong where PostgreSQL agrees with the driver: correlated
 *       subqueries in FILTER, windows that refine one that refines another. {@code
 *       postgresql/windows.txt} has these.
 *   <li>How many digits a quotient has as a text: DuckDB's are DOUBLE ({@code decimals.txt}).
 *   <li>What Calcite has beyond PostgreSQL: MATCH_RECOGNIZE, MULTISET and ARRAY, QUALIFY, table
 *       functions such as TUMBLE.
 *   <li>JSON functions but JSON_VALUE and JSON_EXISTS, whose paths name members and elements that
 *       there are or are not: PostgreSQL 15 has no others, DuckDB's paths are strict, and numbers
 *       with fractions have other digits there. {@code scalar-functions.txt} has these.
 *   <li>Intervals as columns, which each engine writes in its own way: how many units they have is
 *       compared. Times of day, rounded: 24:00:00, which PostgreSQL has, is none.
 *   <li>USING and NATURAL after a RIGHT or FULL JOIN by the same column, which is refused.
 * </ol>
 *
 * <p>What fails only because a value is out of range has no answer to compare: then the driver must
 * fail too where it is certain that the value is computed ({@link
 * io.github.bedrockjdbc.driver.differential.Extremes}). What the driver refuses though the
 * reference answers stands in {@link io.github.bedrockjdbc.driver.differential.Refusals}.
 */
package io.github.bedrockjdbc.driver.differential;
