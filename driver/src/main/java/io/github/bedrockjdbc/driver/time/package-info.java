/**
 * What generated code calls for dates, times and intervals: reading, writing, moving and cutting
 * them as PostgreSQL does. Dates are days, times milliseconds, years and months months; nothing
 * here knows a plan.
 */
package io.github.bedrockjdbc.driver.time;
