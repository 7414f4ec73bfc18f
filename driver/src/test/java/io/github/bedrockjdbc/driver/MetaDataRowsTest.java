package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Failures;
import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Functions and indexes, which metadata lists as JDBC wants them. */
class MetaDataRowsTest extends MetaDataFixture {
  @Test
  void functionsAreThoseOfThePage() throws SQLException, IOException {
    final List<String> names = texts(metaData().getFunctions(null, null, "%"), "FUNCTION_NAME");
    assertThat(names).isSorted().doesNotHaveDuplicates();
    assertThat(new TreeSet<>(SqlPage.read().functions()))
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(texts(metaData().getFunctions(null, "", null), "SPECIFIC_NAME")).isEqualTo(names);
  }

  @Test
  void aFunctionHasItsType() throws SQLException {
    try (ResultSet row = metaData().getFunctions(null, null, "TUMBLE")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getShort("FUNCTION_TYPE"))
          .isEqualTo((short) DatabaseMetaData.functionReturnsTable);
      assertThat(row.getString("FUNCTION_SCHEM")).isNull();
      assertThat(row.next()).isFalse();
    }
    try (ResultSet row = metaData().getFunctions("", null, "sub%r")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString("FUNCTION_NAME")).isEqualTo("SUBSTR");
      assertThat(row.getShort("FUNCTION_TYPE")).isEqualTo((short) DatabaseMetaData.functionNoTable);
      assertThat(row.getString("REMARKS")).isEqualTo("Scalar function");
    }
    assertThat(count(metaData().getFunctions("x", null, "%"))).isZero();
    assertThat(count(metaData().getFunctions(null, null, "prev"))).isZero();
  }

  @Test
  void thePrimaryKeyHasItsIndex() throws SQLException {
    for (boolean unique : new boolean[] {true, false}) {
      try (ResultSet index = metaData().getIndexInfo(null, "bedrock", "JOBS", unique, true)) {
        assertThat(index.next()).isTrue();
        assertThat(index.getString("TABLE_NAME")).isEqualTo("jobs");
        assertThat(index.getBoolean("NON_UNIQUE")).isFalse();
        assertThat(index.getShort("TYPE")).isEqualTo(DatabaseMetaData.tableIndexOther);
        assertThat(index.getShort("ORDINAL_POSITION")).isEqualTo((short) 1);
        final String name = index.getString("INDEX_NAME");
        final String column = index.getString("COLUMN_NAME");
        assertThat(index.next()).isFalse();
        assertThat(texts(metaData().getPrimaryKeys(null, null, "jobs"), "PK_NAME"))
            .containsExactly(name);
        assertThat(texts(metaData().getPrimaryKeys(null, null, "jobs"), "COLUMN_NAME"))
            .containsExactly(column);
      }
    }
  }

  @Test
  void theUserIsTheAccessKeysIdOrElseTheProfile() throws SQLException {
    assertThat(metaData().getUserName()).isEqualTo(BedrockEmulator.DEMO_ACCESS_KEY_ID);
    try (Connection ofProfile = DriverManager.getConnection(url() + ";profile=dev")) {
      assertThat(ofProfile.getMetaData().getUserName()).isEqualTo("dev");
    }
    try (Connection ofKey = DriverManager.getConnection(url() + ";apiKey=secret")) {
      assertThat(ofKey.getMetaData().getUserName()).isEmpty();
    }
  }

  @Test
  void tablesInASelectAreAsManyAsItSays() throws SQLException {
    final int most = metaData().getMaxTablesInSelect();
    final String sql = "EXPLAIN PLAN FOR SELECT COUNT(*) FROM api_calls";
    assertThat(Failures.stateOf(() -> Queries.run(connection(), sql + ", api_calls".repeat(most))))
        .isEqualTo("54001");
  }

  @Test
  void aTimeHasMilliseconds() throws SQLException {
    try (ResultSet row =
        connection().createStatement().executeQuery("SELECT TIME '02:30:00.123'")) {
      row.next();
      assertThat(row.getMetaData().getScale(1)).isEqualTo(3);
      assertThat(row.getMetaData().getPrecision(1)).isEqualTo(row.getString(1).length());
      assertThat(row.getMetaData().getColumnDisplaySize(1)).isEqualTo(row.getString(1).length());
    }
  }
}
