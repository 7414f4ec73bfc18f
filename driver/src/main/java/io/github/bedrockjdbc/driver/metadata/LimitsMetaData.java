package io.github.bedrockjdbc.driver.metadata;

import io.github.bedrockjdbc.driver.error.WrapperSupport;
import io.github.bedrockjdbc.driver.with.WithSizes;
import java.sql.DatabaseMetaData;

/** How long and how many things may be: 0 for as many as there is room for. */
abstract class LimitsMetaData implements DatabaseMetaData, WrapperSupport {
  @Override
  public int getMaxBinaryLiteralLength() {
    return 0;
  }

  @Override
  public int getMaxCatalogNameLength() {
    return 0;
  }

  @Override
  public int getMaxCharLiteralLength() {
    return 0;
  }

  @Override
  public int getMaxColumnNameLength() {
    return Quoted.LONGEST;
  }

  @Override
  public int getMaxColumnsInGroupBy() {
    return 0;
  }

  @Override
  public int getMaxColumnsInIndex() {
    return 0;
  }

  @Override
  public int getMaxColumnsInOrderBy() {
    return 0;
  }

  @Override
  public int getMaxColumnsInSelect() {
    return 0;
  }

  @Override
  public int getMaxColumnsInTable() {
    return 0;
  }

  @Override
  public int getMaxConnections() {
    return 0;
  }

  @Override
  public int getMaxCursorNameLength() {
    return 0;
  }

  @Override
  public int getMaxIndexLength() {
    return 0;
  }

  @Override
  public int getMaxProcedureNameLength() {
    return 0;
  }

  @Override
  public int getMaxRowSize() {
    return 0;
  }

  @Override
  public int getMaxSchemaNameLength() {
    return Quoted.LONGEST;
  }

  @Override
  public int getMaxStatementLength() {
    return 0;
  }

  @Override
  public int getMaxStatements() {
    return 0;
  }

  @Override
  public int getMaxTableNameLength() {
    return Quoted.LONGEST;
  }

  @Override
  public int getMaxTablesInSelect() {
    return WithSizes.MOST;
  }

  @Override
  public int getMaxUserNameLength() {
    return 0;
  }
}
