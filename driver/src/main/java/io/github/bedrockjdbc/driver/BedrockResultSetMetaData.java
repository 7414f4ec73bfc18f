package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.WrapperSupport;
import io.github.bedrockjdbc.driver.value.OutputColumn;
import io.github.bedrockjdbc.driver.value.PaddedAccessor;
import io.github.bedrockjdbc.driver.value.SqlTypeInfo;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.avatica.ColumnMetaData;

/** The columns of a result, as {@link OutputColumn} describes them. */
record BedrockResultSetMetaData(List<ColumnMetaData> columns)
    implements ResultSetMetaData, WrapperSupport {
  BedrockResultSetMetaData {
    columns = List.copyOf(columns);
  }

  private ColumnMetaData column(int index) throws SQLException {
    if (index < 1 || index > columns.size()) {
      throw SqlErrors.noSuch("no column", index, columns.size());
    }
    return columns.get(index - 1);
  }

  @Override
  public int getColumnCount() {
    return columns.size();
  }

  @Override
  public boolean isAutoIncrement(int index) throws SQLException {
    return column(index).autoIncrement;
  }

  @Override
  public boolean isCaseSensitive(int index) throws SQLException {
    return column(index).caseSensitive;
  }

  @Override
  public boolean isSearchable(int index) throws SQLException {
    return column(index).searchable;
  }

  @Override
  public boolean isCurrency(int index) throws SQLException {
    return column(index).currency;
  }

  @Override
  public int isNullable(int index) throws SQLException {
    return column(index).nullable;
  }

  @Override
  public boolean isSigned(int index) throws SQLException {
    return column(index).signed;
  }

  @Override
  public int getColumnDisplaySize(int index) throws SQLException {
    return column(index).displaySize;
  }

  @Override
  public String getColumnLabel(int index) throws SQLException {
    return column(index).label;
  }

  @Override
  public String getColumnName(int index) throws SQLException {
    return column(index).columnName;
  }

  @Override
  public String getSchemaName(int index) throws SQLException {
    return Objects.toString(column(index).schemaName, "");
  }

  @Override
  public int getPrecision(int index) throws SQLException {
    return column(index).precision;
  }

  @Override
  public int getScale(int index) throws SQLException {
    return column(index).scale;
  }

  @Override
  public String getTableName(int index) throws SQLException {
    return Objects.toString(column(index).tableName, "");
  }

  @Override
  public String getCatalogName(int index) throws SQLException {
    return Objects.toString(column(index).catalogName, "");
  }

  @Override
  public int getColumnType(int index) throws SQLException {
    return column(index).type.id;
  }

  @Override
  public String getColumnTypeName(int index) throws SQLException {
    final ColumnMetaData column = column(index);
    return PaddedAccessor.isPadded(column) ? SqlTypeInfo.VARCHAR.name() : column.type.name;
  }

  @Override
  public boolean isReadOnly(int index) throws SQLException {
    return column(index).readOnly;
  }

  @Override
  public boolean isWritable(int index) throws SQLException {
    return column(index).writable;
  }

  @Override
  public boolean isDefinitelyWritable(int index) throws SQLException {
    return column(index).definitelyWritable;
  }

  @Override
  public String getColumnClassName(int index) throws SQLException {
    return column(index).columnClassName;
  }
}
