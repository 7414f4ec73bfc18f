package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each method of the interface, called with arguments that a client could give. */
class BedrockMetaDataMethodsTest extends MetaDataFixture {
  /** How many columns the standard gives to each result, and the last of them. */
  private static final Map<String, String> LAST_COLUMN =
      Map.ofEntries(
          Map.entry("getAttributes", "21 SOURCE_DATA_TYPE"),
          Map.entry("getBestRowIdentifier", "8 PSEUDO_COLUMN"),
          Map.entry("getCatalogs", "1 TABLE_CAT"),
          Map.entry("getClientInfoProperties", "4 DESCRIPTION"),
          Map.entry("getColumnPrivileges", "8 IS_GRANTABLE"),
          Map.entry("getColumns", "24 IS_GENERATEDCOLUMN"),
          Map.entry("getCrossReference", "14 DEFERRABILITY"),
          Map.entry("getExportedKeys", "14 DEFERRABILITY"),
          Map.entry("getFunctionColumns", "17 SPECIFIC_NAME"),
          Map.entry("getFunctions", "6 SPECIFIC_NAME"),
          Map.entry("getImportedKeys", "14 DEFERRABILITY"),
          Map.entry("getIndexInfo", "13 FILTER_CONDITION"),
          Map.entry("getPrimaryKeys", "6 PK_NAME"),
          Map.entry("getProcedureColumns", "20 SPECIFIC_NAME"),
          Map.entry("getProcedures", "9 SPECIFIC_NAME"),
          Map.entry("getPseudoColumns", "12 IS_NULLABLE"),
          Map.entry("getSchemas", "2 TABLE_CATALOG"),
          Map.entry("getSuperTables", "4 SUPERTABLE_NAME"),
          Map.entry("getSuperTypes", "6 SUPERTYPE_NAME"),
          Map.entry("getTablePrivileges", "7 IS_GRANTABLE"),
          Map.entry("getTableTypes", "1 TABLE_TYPE"),
          Map.entry("getTables", "10 REF_GENERATION"),
          Map.entry("getTypeInfo", "18 NUM_PREC_RADIX"),
          Map.entry("getUDTs", "7 BASE_TYPE"),
          Map.entry("getVersionColumns", "8 PSEUDO_COLUMN"));

  private static List<Method> methods() {
    return Stream.of(DatabaseMetaData.class.getMethods()).toList();
  }

  private static List<Method> resultMethods() {
    return methods().stream().filter(m -> m.getReturnType() == ResultSet.class).toList();
  }

  private static Object[] arguments(Method method, String text) {
    return Stream.of(method.getParameterTypes()).map(type -> argument(type, text)).toArray();
  }

  private static Object argument(Class<?> type, String text) {
    if (type == int.class) {
      return 1;
    }
    if (type == boolean.class) {
      return true;
    }
    if (type == Class.class) {
      return Runnable.class;
    }
    return type == String.class ? text : null;
  }

  @Test
  void eachGivesAValueOrAnExceptionWithAState() throws IllegalAccessException {
    final List<String> refusing = new ArrayList<>();
    for (Method method : methods()) {
      for (String text : new String[] {null, "", "%", "jobs", "\\"}) {
        try {
          assertThat(method.invoke(metaData(), arguments(method, text)))
              .as(method.getName())
              .isNotNull();
        } catch (InvocationTargetException e) {
          assertThat(e.getCause()).as(method.toString()).isInstanceOf(SQLException.class);
          assertThat(((SQLException) e.getCause()).getSQLState()).matches("[0-9A-Z]{5}");
          refusing.add(method.getName());
        }
      }
    }
    assertThat(refusing).containsOnly("unwrap");
  }

  @Test
  void resultsHaveTheColumnsOfTheStandard() throws ReflectiveOperationException, SQLException {
    for (Method method : resultMethods()) {
      try (ResultSet result = (ResultSet) method.invoke(metaData(), arguments(method, null))) {
        final ResultSetMetaData columns = result.getMetaData();
        final int n = columns.getColumnCount();
        assertThat(n + " " + columns.getColumnLabel(n))
            .as(method.getName())
            .isEqualTo(LAST_COLUMN.get(method.getName()));
        for (int i = 1; i <= n; i++) {
          assertThat(columns.getColumnName(i)).isEqualTo(columns.getColumnLabel(i));
          assertThat(result.findColumn(columns.getColumnLabel(i))).isEqualTo(i);
          assertThat(columns.getColumnType(i))
              .isIn(Types.VARCHAR, Types.INTEGER, Types.BIGINT, Types.BOOLEAN);
        }
      }
    }
  }

  @Test
  void valuesCanBeReadAsTheirColumnsType() throws ReflectiveOperationException, SQLException {
    for (Method method : resultMethods()) {
      try (ResultSet result = (ResultSet) method.invoke(metaData(), arguments(method, null))) {
        final ResultSetMetaData columns = result.getMetaData();
        while (result.next()) {
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            final Object value = result.getObject(i);
            final String text = result.getString(i);
            assertThat(text == null).isEqualTo(value == null);
            switch (columns.getColumnType(i)) {
              case Types.BOOLEAN -> assertThat(value).isIn(result.getBoolean(i), null);
              case Types.INTEGER -> assertThat(value).isIn(result.getInt(i), null);
              case Types.BIGINT -> assertThat(value).isIn(result.getLong(i), null);
              default -> assertThat(value).isEqualTo(text);
            }
          }
        }
      }
    }
  }

  @Test
  void resultsBelongToAStatementOfThisConnection()
      throws ReflectiveOperationException, SQLException {
    for (Method method : resultMethods()) {
      try (ResultSet result = (ResultSet) method.invoke(metaData(), arguments(method, null))) {
        assertThat(result.getStatement().getConnection()).isSameAs(connection());
      }
    }
  }

  @Test
  void resultsOfAClosedConnectionAreRefused() throws SQLException, IllegalAccessException {
    connection().close();
    for (Method method : resultMethods()) {
      try {
        method.invoke(metaData(), arguments(method, null));
        throw new AssertionError(method + " is not refused");
      } catch (InvocationTargetException e) {
        assertThat(((SQLException) e.getCause()).getSQLState()).isEqualTo("08003");
      }
    }
  }
}
