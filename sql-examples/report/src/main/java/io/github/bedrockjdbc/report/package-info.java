/** A report on the jobs of the last days, as PDF and as an HTML page. */
package io.github.bedrockjdbc.report;
