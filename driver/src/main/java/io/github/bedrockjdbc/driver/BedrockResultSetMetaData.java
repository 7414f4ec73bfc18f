package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.WrapperSupport;
import io.github.bedrockjdbc.driver.value.OutputColumn;
import io.github.bedrockjdbc.driver.value.SqlTypeInfo;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;

/** The columns of a result, as {@link OutputColumn} describes them. */
record BedrockResultSetMetaData(List<OutputColumn> columns)
    implements ResultSetMetaData, WrapperSupport {
  BedrockResultSetMetaData {
    columns = List.copyOf(columns);
  }

  private OutputColumn column(int index) throws SQLException {
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
    column(index);
    return false;
  }

  @Override
  public boolean isCaseSensitive(int index) throws SQLException {
    return column(index).shown() == SqlTypeInfo.VARCHAR;
  }

  @Override
  public boolean isSearchable(int index) throws SQLException {
    column(index);
    return true;
  }

  @Override
  public boolean isCurrency(int index) throws SQLException {
    column(index);
    return false;
  }

  @Override
  public int isNullable(int index) throws SQLException {
    return column(index).nullable() ? columnNullable : columnNoNulls;
  }

  @Override
  public boolean isSigned(int index) throws SQLException {
    return column(index).shown().isNumber();
  }

  @Override
  public int getColumnDisplaySize(int index) throws SQLException {
    return column(index).displaySize();
  }

  @Override
  public String getColumnLabel(int index) throws SQLException {
    return column(index).label();
  }

  @Override
  public String getColumnName(int index) throws SQLException {
    return column(index).name();
  }

  @Override
  public String getSchemaName(int index) throws SQLException {
    return column(index).schema();
  }

  @Override
  public int getPrecision(int index) throws SQLException {
    return column(index).shownPrecision();
  }

  @Override
  public int getScale(int index) throws SQLException {
    return column(index).shownScale();
  }

  @Override
  public String getTableName(int index) throws SQLException {
    return column(index).table();
  }

  @Override
  public String getCatalogName(int index) throws SQLException {
    column(index);
    return "";
  }

  @Override
  public int getColumnType(int index) throws SQLException {
    return column(index).shown().typeId();
  }

  @Override
  public String getColumnTypeName(int index) throws SQLException {
    return column(index).typeName();
  }

  @Override
  public boolean isReadOnly(int index) throws SQLException {
    column(index);
    return true;
  }

  @Override
  public boolean isWritable(int index) throws SQLException {
    column(index);
    return false;
  }

  @Override
  public boolean isDefinitelyWritable(int index) throws SQLException {
    column(index);
    return false;
  }

  @Override
  public String getColumnClassName(int index) throws SQLException {
    return column(index).shown().javaClass().getName();
  }
}
