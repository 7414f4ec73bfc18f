package io.github.bedrockjdbc.driver;

import static io.github.bedrockjdbc.driver.testing.Failures.stateOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.value.OutputColumn;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BedrockResultSetMetaDataTest {
  @ParameterizedTest
  @CsvSource({
    // SQL type, precision, scale; shown type, name, class, precision, scale, display size, signed
    "VARCHAR, -1, -1, 12, VARCHAR, java.lang.String, 65535, 0, 65535, false",
    "VARCHAR, 255, -1, 12, VARCHAR, java.lang.String, 255, 0, 255, false",
    "VARCHAR, 2147483647, -1, 12, VARCHAR, java.lang.String, 65535, 0, 65535, false",
    "CHAR, 6, -1, 12, VARCHAR, java.lang.String, 6, 0, 6, false",
    "CHAR, 0, -1, 12, VARCHAR, java.lang.String, 65535, 0, 65535, false",
    "TINYINT, -1, -1, 4, INTEGER, java.lang.Integer, 10, 0, 11, true",
    "SMALLINT, -1, -1, 4, INTEGER, java.lang.Integer, 10, 0, 11, true",
    "INTEGER, -1, -1, 4, INTEGER, java.lang.Integer, 10, 0, 11, true",
    "BIGINT, -1, -1, -5, BIGINT, java.lang.Long, 19, 0, 20, true",
    "DECIMAL, 12, 2, 3, DECIMAL, java.math.BigDecimal, 12, 2, 14, true",
    "REAL, -1, -1, 8, DOUBLE, java.lang.Double, 15, 0, 25, true",
    "FLOAT, -1, -1, 8, DOUBLE, java.lang.Double, 15, 0, 25, true",
    "DOUBLE, -1, -1, 8, DOUBLE, java.lang.Double, 15, 0, 25, true",
    "BOOLEAN, -1, -1, 16, BOOLEAN, java.lang.Boolean, 1, 0, 5, false",
    "DATE, -1, -1, 91, DATE, java.sql.Date, 10, 0, 10, false",
    "TIME, 0, -1, 92, TIME, java.sql.Time, 12, 3, 12, false",
    "TIME, 3, -1, 92, TIME, java.sql.Time, 12, 3, 12, false",
    "TIMESTAMP, 3, -1, 93, TIMESTAMP, java.sql.Timestamp, 23, 3, 23, false",
    "TIMESTAMP, 0, -1, 93, TIMESTAMP, java.sql.Timestamp, 23, 3, 23, false",
    "TIMESTAMP_WITH_LOCAL_TIME_ZONE, 3, -1, 93, TIMESTAMP, java.sql.Timestamp, 23, 3, 23, false",
    "INTERVAL_DAY_SECOND, 2, 6, 12, INTERVAL_DAY_SECOND, java.lang.String, 65535, 0, 65535, false",
    "ARRAY, -1, -1, 12, VARCHAR, java.lang.String, 65535, 0, 65535, false",
    "NULL, -1, -1, 12, VARCHAR, java.lang.String, 65535, 0, 65535, false",
    "ANY, -1, -1, 12, VARCHAR, java.lang.String, 65535, 0, 65535, false",
  })
  void eachTypeIsShownWithItsNumbers(
      SqlTypeName sqlType,
      int sqlPrecision,
      int sqlScale,
      int type,
      String typeName,
      String className,
      int precision,
      int scale,
      int displaySize,
      boolean signed)
      throws SQLException {
    final ResultSetMetaData metaData =
        metaData(new OutputColumn("l", "n", sqlType, sqlPrecision, sqlScale, true, "s", "t"));

    assertThat(metaData.getColumnType(1)).isEqualTo(type);
    assertThat(metaData.getColumnTypeName(1)).isEqualTo(typeName);
    assertThat(metaData.getColumnClassName(1)).isEqualTo(className);
    assertThat(metaData.getPrecision(1)).isEqualTo(precision);
    assertThat(metaData.getScale(1)).isEqualTo(scale);
    assertThat(metaData.getColumnDisplaySize(1)).isEqualTo(displaySize);
    assertThat(metaData.isSigned(1)).isEqualTo(signed);
    assertThat(metaData.isCaseSensitive(1)).isEqualTo(type == 12);
    assertThat(metaData.isSearchable(1)).isTrue();
    assertThat(metaData.isReadOnly(1)).isTrue();
    assertThat(metaData.isWritable(1)).isFalse();
    assertThat(metaData.isDefinitelyWritable(1)).isFalse();
    assertThat(metaData.isAutoIncrement(1)).isFalse();
    assertThat(metaData.isCurrency(1)).isFalse();
  }

  @Test
  void aliasIsTheLabelAndColumnTheName() throws SQLException {
    final ResultSetMetaData metaData =
        metaData(
            new OutputColumn("id", "job_id", SqlTypeName.VARCHAR, -1, -1, false, "bedrock", "jobs"),
            new OutputColumn("n", null, SqlTypeName.BIGINT, -1, -1, true, null, null));

    assertThat(metaData.getColumnCount()).isEqualTo(2);
    assertThat(metaData.getColumnLabel(1)).isEqualTo("id");
    assertThat(metaData.getColumnName(1)).isEqualTo("job_id");
    assertThat(metaData.getSchemaName(1)).isEqualTo("bedrock");
    assertThat(metaData.getTableName(1)).isEqualTo("jobs");
    assertThat(metaData.getCatalogName(1)).isEmpty();
    assertThat(metaData.isNullable(1)).isEqualTo(ResultSetMetaData.columnNoNulls);
    assertThat(metaData.getColumnName(2)).isEqualTo("n");
    assertThat(metaData.getSchemaName(2)).isEmpty();
    assertThat(metaData.getTableName(2)).isEmpty();
    assertThat(metaData.isNullable(2)).isEqualTo(ResultSetMetaData.columnNullable);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "3"})
  void badNumbersAreErrors(int index) {
    final ResultSetMetaData metaData =
        new BedrockResultSetMetaData(Results.columns(SqlTypeName.DATE, SqlTypeName.TIME));

    assertThat(stateOf(() -> metaData.getColumnLabel(index))).isEqualTo("07009");
  }

  @Test
  void wrapsNothingButItself() throws SQLException {
    final ResultSetMetaData metaData = metaData();

    assertThat(metaData.unwrap(ResultSetMetaData.class)).isSameAs(metaData);
    assertThat(metaData.isWrapperFor(String.class)).isFalse();
    assertThat(metaData.isWrapperFor(null)).isFalse();
    assertThat(stateOf(() -> metaData.unwrap(String.class))).isEqualTo("HY024");
  }

  private static ResultSetMetaData metaData(OutputColumn... columns) {
    return new BedrockResultSetMetaData(List.of(columns));
  }
}
