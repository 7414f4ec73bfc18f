package io.github.bedrockjdbc.driver.syntax;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCollectionTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlMapTypeNameSpec;
import org.apache.calcite.sql.SqlRowTypeNameSpec;
import org.apache.calcite.sql.SqlTypeNameSpec;
import org.apache.calcite.sql.SqlUserDefinedTypeNameSpec;
import org.apache.calcite.sql.parser.SqlParserPos;

/** The types to which a statement may cast. */
final class CastTypes {
  private static final String UTC = ": write TIMESTAMP; all times are UTC";

  /** Those that Calcite knows, but of which no column is. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("TIMESTAMP_TZ", UTC),
          Map.entry("TIMESTAMP_WITH_LOCAL_TIME_ZONE", UTC),
          Map.entry("TIME_TZ", ": write TIME; all times are UTC"),
          Map.entry("TIME_WITH_LOCAL_TIME_ZONE", ": write TIME; all times are UTC"),
          Map.entry("ANY", ": write the type itself, such as VARCHAR"),
          Map.entry("VARIANT", ": write the type itself, such as VARCHAR"),
          Map.entry("GEOMETRY", ": spatial types are not supported"),
          Map.entry("UTINYINT", ": write SMALLINT"),
          Map.entry("USMALLINT", ": write INTEGER"),
          Map.entry("UINTEGER", ": write BIGINT"),
          Map.entry("UBIGINT", ": write DECIMAL(20)"));

  /** What other databases call our types. */
  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("TEXT", "VARCHAR"),
          Map.entry("STRING", "VARCHAR"),
          Map.entry("NVARCHAR", "VARCHAR"),
          Map.entry("VARCHAR2", "VARCHAR"),
          Map.entry("CLOB", "VARCHAR"),
          Map.entry("INT2", "SMALLINT"),
          Map.entry("INT4", "INTEGER"),
          Map.entry("INT8", "BIGINT"),
          Map.entry("LONG", "BIGINT"),
          Map.entry("FLOAT4", "REAL"),
          Map.entry("FLOAT8", "DOUBLE"),
          Map.entry("NUMBER", "DECIMAL"),
          Map.entry("MONEY", "DECIMAL"),
          Map.entry("BOOL", "BOOLEAN"),
          Map.entry("DATETIME", "TIMESTAMP"),
          Map.entry("TIMESTAMPTZ", "TIMESTAMP"),
          Map.entry("BYTEA", "VARBINARY"));

  private CastTypes() {}

  static void check(SqlDataTypeSpec type) {
    final SqlTypeNameSpec spec = type.getTypeNameSpec();
    final String name = spec.getTypeName().toString().toUpperCase(Locale.ROOT);
    if (spec instanceof SqlBasicTypeNameSpec) {
      if (OTHERS.containsKey(name)) {
        throw refused(type, "there are no casts to " + name.replace('_', ' ') + OTHERS.get(name));
      }
      return;
    }
    if (spec instanceof SqlUserDefinedTypeNameSpec) {
      throw refused(
          type,
          "there is no type '"
              + spec.getTypeName()
              + "'"
              + (INSTEAD.containsKey(name) ? ": write " + INSTEAD.get(name) : ""));
    }
    if (spec instanceof SqlCollectionTypeNameSpec
        || spec instanceof SqlMapTypeNameSpec
        || spec instanceof SqlRowTypeNameSpec) {
      throw refused(type, "there are no casts to " + type + ": cast each value");
    }
  }

  private static RuntimeException refused(SqlDataTypeSpec type, String text) {
    final SqlParserPos pos = type.getParserPosition();
    return SqlMistake.at(pos, text);
  }
}
