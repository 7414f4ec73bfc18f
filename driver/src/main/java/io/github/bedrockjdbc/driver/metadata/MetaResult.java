package io.github.bedrockjdbc.driver.metadata;

import io.github.bedrockjdbc.driver.value.OutputColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * The results of {@code DatabaseMetaData}, with the columns that JDBC 4.3 gives them: name and type
 * in order, text where no type is named.
 */
public enum MetaResult {
  ATTRIBUTES(
      """
      TYPE_CAT, TYPE_SCHEM, TYPE_NAME, ATTR_NAME, DATA_TYPE int, ATTR_TYPE_NAME, ATTR_SIZE int,
      DECIMAL_DIGITS int, NUM_PREC_RADIX int, NULLABLE int, REMARKS, ATTR_DEF, SQL_DATA_TYPE int,
      SQL_DATETIME_SUB int, CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE,
      SCOPE_CATALOG, SCOPE_SCHEMA, SCOPE_TABLE, SOURCE_DATA_TYPE short"""),
  BEST_ROW_IDENTIFIER(
      """
      SCOPE short, COLUMN_NAME, DATA_TYPE int, TYPE_NAME, COLUMN_SIZE int, BUFFER_LENGTH int,
      DECIMAL_DIGITS short, PSEUDO_COLUMN short"""),
  CATALOGS("TABLE_CAT"),
  CLIENT_INFO_PROPERTIES("NAME, MAX_LEN int, DEFAULT_VALUE, DESCRIPTION"),
  COLUMN_PRIVILEGES(
      """
      TABLE_CAT, TABLE_SCHEM, TABLE_NAME, COLUMN_NAME, GRANTOR, GRANTEE, PRIVILEGE,
      IS_GRANTABLE"""),
  COLUMNS(
      """
      TABLE_CAT, TABLE_SCHEM, TABLE_NAME, COLUMN_NAME, DATA_TYPE int, TYPE_NAME, COLUMN_SIZE int,
      BUFFER_LENGTH int, DECIMAL_DIGITS int, NUM_PREC_RADIX int, NULLABLE int, REMARKS, COLUMN_DEF,
      SQL_DATA_TYPE int, SQL_DATETIME_SUB int, CHAR_OCTET_LENGTH int, ORDINAL_POSITION int,
      IS_NULLABLE, SCOPE_CATALOG, SCOPE_SCHEMA, SCOPE_TABLE, SOURCE_DATA_TYPE short,
      IS_AUTOINCREMENT, IS_GENERATEDCOLUMN"""),
  FOREIGN_KEYS(
      """
      PKTABLE_CAT, PKTABLE_SCHEM, PKTABLE_NAME, PKCOLUMN_NAME, FKTABLE_CAT, FKTABLE_SCHEM,
      FKTABLE_NAME, FKCOLUMN_NAME, KEY_SEQ short, UPDATE_RULE short, DELETE_RULE short, FK_NAME,
      PK_NAME, DEFERRABILITY short"""),
  FUNCTION_COLUMNS(
      """
      FUNCTION_CAT, FUNCTION_SCHEM, FUNCTION_NAME, COLUMN_NAME, COLUMN_TYPE short, DATA_TYPE int,
      TYPE_NAME, PRECISION int, LENGTH int, SCALE short, RADIX short, NULLABLE short, REMARKS,
      CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE, SPECIFIC_NAME"""),
  FUNCTIONS(
      """
      FUNCTION_CAT, FUNCTION_SCHEM, FUNCTION_NAME, REMARKS, FUNCTION_TYPE short, SPECIFIC_NAME"""),
  INDEX_INFO(
      """
      TABLE_CAT, TABLE_SCHEM, TABLE_NAME, NON_UNIQUE boolean, INDEX_QUALIFIER, INDEX_NAME,
      TYPE short, ORDINAL_POSITION short, COLUMN_NAME, ASC_OR_DESC, CARDINALITY long, PAGES long,
      FILTER_CONDITION"""),
  PRIMARY_KEYS("TABLE_CAT, TABLE_SCHEM, TABLE_NAME, COLUMN_NAME, KEY_SEQ short, PK_NAME"),
  PROCEDURE_COLUMNS(
      """
      PROCEDURE_CAT, PROCEDURE_SCHEM, PROCEDURE_NAME, COLUMN_NAME, COLUMN_TYPE short,
      DATA_TYPE int, TYPE_NAME, PRECISION int, LENGTH int, SCALE short, RADIX short,
      NULLABLE short, REMARKS, COLUMN_DEF, SQL_DATA_TYPE int, SQL_DATETIME_SUB int,
      CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE, SPECIFIC_NAME"""),
  /** The standard reserves three columns without naming them. */
  PROCEDURES(
      """
      PROCEDURE_CAT, PROCEDURE_SCHEM, PROCEDURE_NAME, RESERVED1, RESERVED2, RESERVED3, REMARKS,
      PROCEDURE_TYPE short, SPECIFIC_NAME"""),
  PSEUDO_COLUMNS(
      """
      TABLE_CAT, TABLE_SCHEM, TABLE_NAME, COLUMN_NAME, DATA_TYPE int, COLUMN_SIZE int,
      DECIMAL_DIGITS int, NUM_PREC_RADIX int, COLUMN_USAGE, REMARKS, CHAR_OCTET_LENGTH int,
      IS_NULLABLE"""),
  SCHEMAS("TABLE_SCHEM, TABLE_CATALOG"),
  SUPER_TABLES("TABLE_CAT, TABLE_SCHEM, TABLE_NAME, SUPERTABLE_NAME"),
  SUPER_TYPES("TYPE_CAT, TYPE_SCHEM, TYPE_NAME, SUPERTYPE_CAT, SUPERTYPE_SCHEM, SUPERTYPE_NAME"),
  TABLE_PRIVILEGES("TABLE_CAT, TABLE_SCHEM, TABLE_NAME, GRANTOR, GRANTEE, PRIVILEGE, IS_GRANTABLE"),
  TABLE_TYPES("TABLE_TYPE"),
  TABLES(
      """
      TABLE_CAT, TABLE_SCHEM, TABLE_NAME, TABLE_TYPE, REMARKS, TYPE_CAT, TYPE_SCHEM, TYPE_NAME,
      SELF_REFERENCING_COL_NAME, REF_GENERATION"""),
  TYPE_INFO(
      """
      TYPE_NAME, DATA_TYPE int, PRECISION int, LITERAL_PREFIX, LITERAL_SUFFIX, CREATE_PARAMS,
      NULLABLE short, CASE_SENSITIVE boolean, SEARCHABLE short, UNSIGNED_ATTRIBUTE boolean,
      FIXED_PREC_SCALE boolean, AUTO_INCREMENT boolean, LOCAL_TYPE_NAME, MINIMUM_SCALE short,
      MAXIMUM_SCALE short, SQL_DATA_TYPE int, SQL_DATETIME_SUB int, NUM_PREC_RADIX int"""),
  UDTS("TYPE_CAT, TYPE_SCHEM, TYPE_NAME, CLASS_NAME, DATA_TYPE int, REMARKS, BASE_TYPE short"),
  VERSION_COLUMNS(
      """
      SCOPE short, COLUMN_NAME, DATA_TYPE int, TYPE_NAME, COLUMN_SIZE int, BUFFER_LENGTH int,
      DECIMAL_DIGITS short, PSEUDO_COLUMN short""");

  private final String standard;

  MetaResult(String standard) {
    this.standard = standard;
  }

  public List<OutputColumn> columns() {
    final List<OutputColumn> columns = new ArrayList<>();
    for (String column : standard.split(",\\s+", -1)) {
      final String[] words = column.split(" ", -1);
      final SqlTypeName type = words.length == 1 ? SqlTypeName.VARCHAR : type(words[1]);
      columns.add(OutputColumn.computed(words[0], type));
    }
    return columns;
  }

  private static SqlTypeName type(String word) {
    return switch (word) {
      case "boolean" -> SqlTypeName.BOOLEAN;
      case "long" -> SqlTypeName.BIGINT;
      default -> SqlTypeName.INTEGER; // also short, a type that the driver does not show
    };
  }

  /** A result with these rows, in the standard's order. */
  MetaRows of(List<Map<String, Object>> rows) {
    return new MetaRows(this, rows);
  }

  /** A result of something that there is not. */
  public MetaRows none() {
    return of(List.of());
  }
}
