package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.driver.metadata.DialectMetaData;
import io.github.bedrockjdbc.driver.metadata.FunctionRows;
import io.github.bedrockjdbc.driver.metadata.MetaResult;
import io.github.bedrockjdbc.driver.metadata.MetaRows;
import io.github.bedrockjdbc.driver.metadata.SchemaRows;
import io.github.bedrockjdbc.driver.value.OutputColumn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What the database is and has. Never calls the service. */
final class BedrockMetaData extends DialectMetaData {
  private final BedrockConnection owner;
  private final Version version = Version.ofDriver();

  BedrockMetaData(BedrockConnection connection) {
    this.owner = connection;
  }

  @Override
  public Connection getConnection() {
    return owner;
  }

  /** Without secrets. */
  @Override
  public String getURL() {
    return owner.settings().url();
  }

  @Override
  public String getDriverName() {
    return Version.DRIVER_NAME;
  }

  @Override
  public String getDriverVersion() {
    return version.text();
  }

  @Override
  public int getDriverMajorVersion() {
    return version.major();
  }

  @Override
  public int getDriverMinorVersion() {
    return version.minor();
  }

  @Override
  public String getDatabaseProductName() {
    return Version.PRODUCT_NAME;
  }

  /** The service has none: the driver's. */
  @Override
  public String getDatabaseProductVersion() {
    return version.text();
  }

  @Override
  public int getDatabaseMajorVersion() {
    return version.major();
  }

  @Override
  public int getDatabaseMinorVersion() {
    return version.minor();
  }

  @Override
  public int getJDBCMajorVersion() {
    return 4;
  }

  @Override
  public int getJDBCMinorVersion() {
    return 3;
  }

  /** The access key's id, or else the AWS profiles: the names that settings give; never null. */
  @Override
  public String getUserName() {
    final Config config = owner.settings().config();
    return config
        .get(Property.USER)
        .orElseGet(() -> String.join(",", config.get(Property.PROFILE).orElse(List.of())));
  }

  private ResultSet show(MetaRows rows) throws SQLException {
    final List<OutputColumn> columns = rows.result().columns();
    return owner.rows(columns, rows.values(columns));
  }

  /** Those rows that are about one table, whose names are given as they are. */
  private static MetaRows ofTable(MetaRows rows, String catalog, String schema, String table) {
    return rows.named("TABLE_CAT", catalog).named("TABLE_SCHEM", schema).named("TABLE_NAME", table);
  }

  @Override
  public ResultSet getCatalogs() throws SQLException {
    return show(MetaResult.CATALOGS.none());
  }

  @Override
  public ResultSet getSchemas() throws SQLException {
    return show(SchemaRows.schemas(null));
  }

  @Override
  public ResultSet getSchemas(String catalog, String schemaPattern) throws SQLException {
    return show(SchemaRows.schemas(schemaPattern).named("TABLE_CATALOG", catalog));
  }

  @Override
  public ResultSet getTableTypes() throws SQLException {
    return show(SchemaRows.tableTypes());
  }

  @Override
  public ResultSet getTables(
      String catalog, String schemaPattern, String tableNamePattern, String[] types)
      throws SQLException {
    return show(
        SchemaRows.tables(schemaPattern)
            .named("TABLE_CAT", catalog)
            .like("TABLE_NAME", tableNamePattern)
            .oneOf("TABLE_TYPE", types));
  }

  @Override
  public ResultSet getColumns(
      String catalog, String schemaPattern, String tableNamePattern, String columnNamePattern)
      throws SQLException {
    return show(
        SchemaRows.columns(schemaPattern)
            .named("TABLE_CAT", catalog)
            .like("TABLE_NAME", tableNamePattern)
            .like("COLUMN_NAME", columnNamePattern));
  }

  @Override
  public ResultSet getPrimaryKeys(String catalog, String schema, String table) throws SQLException {
    return show(ofTable(SchemaRows.primaryKeys(), catalog, schema, table));
  }

  @Override
  public ResultSet getBestRowIdentifier(
      String catalog, String schema, String table, int scope, boolean nullable)
      throws SQLException {
    return show(ofTable(SchemaRows.bestRowIdentifiers(), catalog, schema, table));
  }

  @Override
  public ResultSet getTypeInfo() throws SQLException {
    return show(SchemaRows.types());
  }

  @Override
  public ResultSet getClientInfoProperties() throws SQLException {
    return show(SchemaRows.clientInfoProperties());
  }

  @Override
  public ResultSet getIndexInfo(
      String catalog, String schema, String table, boolean unique, boolean approximate)
      throws SQLException {
    return show(ofTable(SchemaRows.indexes(), catalog, schema, table));
  }

  @Override
  public ResultSet getImportedKeys(String catalog, String schema, String table)
      throws SQLException {
    return show(MetaResult.FOREIGN_KEYS.none());
  }

  @Override
  public ResultSet getExportedKeys(String catalog, String schema, String table)
      throws SQLException {
    return show(MetaResult.FOREIGN_KEYS.none());
  }

  @Override
  public ResultSet getCrossReference(
      String parentCatalog,
      String parentSchema,
      String parentTable,
      String foreignCatalog,
      String foreignSchema,
      String foreignTable)
      throws SQLException {
    return show(MetaResult.FOREIGN_KEYS.none());
  }

  @Override
  public ResultSet getVersionColumns(String catalog, String schema, String table)
      throws SQLException {
    return show(MetaResult.VERSION_COLUMNS.none());
  }

  @Override
  public ResultSet getPseudoColumns(
      String catalog, String schemaPattern, String tableNamePattern, String columnNamePattern)
      throws SQLException {
    return show(MetaResult.PSEUDO_COLUMNS.none());
  }

  @Override
  public ResultSet getTablePrivileges(String catalog, String schemaPattern, String tableNamePattern)
      throws SQLException {
    return show(MetaResult.TABLE_PRIVILEGES.none());
  }

  @Override
  public ResultSet getColumnPrivileges(
      String catalog, String schema, String table, String columnNamePattern) throws SQLException {
    return show(MetaResult.COLUMN_PRIVILEGES.none());
  }

  @Override
  public ResultSet getSuperTables(String catalog, String schemaPattern, String tableNamePattern)
      throws SQLException {
    return show(MetaResult.SUPER_TABLES.none());
  }

  @Override
  public ResultSet getSuperTypes(String catalog, String schemaPattern, String typeNamePattern)
      throws SQLException {
    return show(MetaResult.SUPER_TYPES.none());
  }

  @Override
  public ResultSet getUDTs(
      String catalog, String schemaPattern, String typeNamePattern, int[] types)
      throws SQLException {
    return show(MetaResult.UDTS.none());
  }

  @Override
  public ResultSet getAttributes(
      String catalog, String schemaPattern, String typeNamePattern, String attributeNamePattern)
      throws SQLException {
    return show(MetaResult.ATTRIBUTES.none());
  }

  @Override
  public ResultSet getFunctions(String catalog, String schemaPattern, String functionNamePattern)
      throws SQLException {
    return show(
        FunctionRows.functions()
            .named("FUNCTION_CAT", catalog)
            .like("FUNCTION_SCHEM", schemaPattern)
            .like("FUNCTION_NAME", functionNamePattern));
  }

  @Override
  public ResultSet getFunctionColumns(
      String catalog, String schemaPattern, String functionNamePattern, String columnNamePattern)
      throws SQLException {
    return show(MetaResult.FUNCTION_COLUMNS.none());
  }

  @Override
  public ResultSet getProcedures(String catalog, String schemaPattern, String procedureNamePattern)
      throws SQLException {
    return show(MetaResult.PROCEDURES.none());
  }

  @Override
  public ResultSet getProcedureColumns(
      String catalog, String schemaPattern, String procedureNamePattern, String columnNamePattern)
      throws SQLException {
    return show(MetaResult.PROCEDURE_COLUMNS.none());
  }
}
