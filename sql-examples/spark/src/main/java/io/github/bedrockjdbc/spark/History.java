package io.github.bedrockjdbc.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.unix_millis;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Parquet files, a folder for each day. What a run is about to put there is written to a folder
 * beside them first, so that a run which ends in the middle is made up for by the next one.
 */
final class History {
  /** States that a job never leaves. One that is not known yet may be left. */
  private static final Object[] FINAL = {
    "Completed", "PartiallyCompleted", "Failed", "Stopped", "Expired"
  };

  private static final String ARN = "job_arn";

  private final SparkSession spark;
  private final StructType schema;
  private final Path folder;
  private final Path incoming;
  private final Path days;
  private final Path ready;
  private final FileSystem files;

  /**
   * A folder that need not be there yet.
   *
   * @param schema columns of a job, its day the last; files from before a column was added lack it
   */
  History(SparkSession spark, String folder, StructType schema) throws IOException {
    this.spark = spark;
    this.schema = schema;
    this.folder = new Path(folder);
    // Readers of Parquet leave names out that begin like this.
    final Path run = new Path(this.folder, "_run");
    incoming = new Path(run, "incoming");
    days = new Path(run, "days");
    ready = new Path(run, "ready");
    files = this.folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
  }

  /** Every job, each once, as it was last seen. */
  Dataset<Row> jobs() throws IOException {
    final boolean isNew = files.globStatus(new Path(folder, JobsTable.DAY + "=*")).length == 0;
    return isNew ? spark.createDataFrame(List.of(), schema) : parquet(folder);
  }

  private Dataset<Row> parquet(Path path) {
    return spark.read().schema(schema).parquet(path.toString());
  }

  /** When the newest job was submitted; empty if there is none. */
  Optional<Instant> newest() throws IOException {
    final Row row = jobs().agg(unix_millis(max("submit_time"))).head();
    return row.isNullAt(0) ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.getLong(0)));
  }

  /** Days with jobs that were not final, of those submitted from the one and before the other. */
  List<OpenDay> open(TimeRange range) throws IOException {
    final Column millis = unix_millis(col("submit_time"));
    final Column isFinal = coalesce(col("status").isin(FINAL), lit(false));
    final Column isOpen =
        not(isFinal)
            .and(millis.geq(range.from().toEpochMilli()))
            .and(millis.lt(range.to().toEpochMilli()));
    return jobs()
        .where(col(JobsTable.DAY).between(range.firstDay(), range.lastDay()))
        .groupBy(col(JobsTable.DAY).cast(DataTypes.StringType).as(JobsTable.DAY))
        .agg(
            collect_list(when(isOpen, col(ARN))).as("arns"),
            count(lit(1)),
            count_if(col("status").equalTo("Failed")))
        .where("size(arns) > 0")
        .orderBy(JobsTable.DAY)
        .collectAsList()
        .stream()
        .map(
            row ->
                new OpenDay(
                    LocalDate.parse(row.getString(0)),
                    row.getList(1),
                    row.getLong(2),
                    row.getLong(3)))
        .toList();
  }

  /** Keeps what was read, so that the service is not asked twice. */
  Dataset<Row> keep(Dataset<Row> jobs) {
    jobs.write().mode(SaveMode.Overwrite).parquet(incoming.toString());
    return parquet(incoming);
  }

  /** Which of these jobs are new here, or have changed. */
  Dataset<Row> changed(Dataset<Row> jobs) throws IOException {
    return jobs.except(ofSameDays(jobs));
  }

  private Dataset<Row> ofSameDays(Dataset<Row> jobs) throws IOException {
    final Dataset<Row> wanted = jobs.select(JobsTable.DAY).distinct();
    return jobs().join(wanted, new String[] {JobsTable.DAY}, "left_semi").select(columns());
  }

  private Column[] columns() {
    return Arrays.stream(schema.fieldNames()).map(functions::col).toArray(Column[]::new);
  }

  /**
   * Makes ready the days of these jobs: with them, and with the other jobs of the same days as they
   * were. Nothing that can be read changes.
   */
  void prepare(Dataset<Row> changed) throws IOException {
    final Dataset<Row> others =
        ofSameDays(changed).join(changed.select(ARN), new String[] {ARN}, "left_anti");
    changed.unionByName(others).write().mode(SaveMode.Overwrite).parquet(days.toString());
    files.create(ready).close();
  }

  /** Puts days in place that are ready, also those that an earlier run did not get to. */
  void finish() throws IOException {
    if (files.exists(ready)) {
      parquet(days)
          .repartition(col(JobsTable.DAY))
          .write()
          .mode(SaveMode.Overwrite)
          .option("partitionOverwriteMode", "dynamic")
          .partitionBy(JobsTable.DAY)
          .parquet(folder.toString());
      files.delete(ready, false); // first: days that are gone in part are not ready
    }
    files.delete(ready.getParent(), true);
  }
}
