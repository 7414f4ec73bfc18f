/** Keeps the history of batch inference jobs as Parquet, with Spark, through the JDBC driver. */
package io.github.bedrockjdbc.spark;
