package io.github.bedrockjdbc.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The driver's table {@code jobs}, and the day of each job beside it. */
final class JobsTable {
  /** When a job was submitted, UTC. */
  static final String DAY = "day";

  private static final String DRIVER = "io.github.bedrockjdbc.driver.BedrockDriver";
  private static final String NAME = "jobs";
  private static final String NO_ROW = "1 = 0";

  private final SparkSession spark;
  private final String url;
  private final StructType columns;

  /** Asks the driver for the columns; the service is not asked. */
  JobsTable(SparkSession spark, String url) {
    this.spark = spark;
    this.url = url;
    this.columns = reader().jdbc(url, NAME, new String[] {NO_ROW}, new Properties()).schema();
  }

  private DataFrameReader reader() {
    return spark.read().option("driver", DRIVER);
  }

  /**
   * Sees to it that a region or account which does not answer fails a run: a run without it would
   * be the last one that could have known of its jobs.
   *
   * @throws IllegalArgumentException if the URL says otherwise
   */
  void requireAllSources() {
    final String[] setting = {"name = 'onUnreachable' AND setting = 'skip'"};
    if (!reader().jdbc(url, "session", setting, new Properties()).isEmpty()) {
      throw new IllegalArgumentException(
          "onUnreachable=skip leaves holes in a history; take it out of the URL");
    }
  }

  /** Columns of what {@link #read} gives. */
  StructType schema() {
    final StructType nullable =
        new StructType(
            Arrays.stream(columns.fields())
                .map(field -> DataTypes.createStructField(field.name(), field.dataType(), true))
                .toArray(StructField[]::new));
    return nullable.add(DAY, DataTypes.DateType);
  }

  /**
   * The jobs of each predicate, a partition for each.
   *
   * <p>Spark takes a {@code java.sql.Timestamp} for an instant in the zone of each executor's JVM,
   * where an hour is missing in spring. So times are read as text, which has no zone, and are
   * understood as the UTC that they are, whatever the zone of JVM and session.
   */
  Dataset<Row> read(List<String> predicates) {
    final List<String> times =
        Arrays.stream(columns.fields())
            .filter(field -> field.dataType().equals(DataTypes.TimestampType))
            .map(StructField::name)
            .toList();
    final Dataset<Row> texts =
        reader()
            .option(
                "customSchema",
                times.stream().map(time -> time + " STRING").collect(Collectors.joining(", ")))
            .jdbc(url, NAME, predicates.toArray(String[]::new), new Properties());
    final Stream<Column> values =
        Arrays.stream(columns.fieldNames())
            .map(name -> times.contains(name) ? instant(name) : col(name));
    return texts.select(Stream.concat(values, Stream.of(day())).toArray(Column[]::new));
  }

  private static Column day() {
    return substring(col("submit_time"), 1, 10).cast(DataTypes.DateType).as(DAY);
  }

  private static Column instant(String name) {
    return concat(col(name), lit("Z")).cast(DataTypes.TimestampType).as(name);
  }
}
