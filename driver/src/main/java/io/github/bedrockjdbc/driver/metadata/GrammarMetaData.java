package io.github.bedrockjdbc.driver.metadata;

import io.github.bedrockjdbc.driver.syntax.WithSizes;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.AvaticaDatabaseMetaData;

/** Which grammars of standards there are, and how long and many things may be. */
abstract class GrammarMetaData extends AvaticaDatabaseMetaData {
  GrammarMetaData(AvaticaConnection connection) {
    super(connection);
  }

  /** Each of these grammars has statements that write. */
  @Override
  public boolean supportsMinimumSQLGrammar() {
    return false;
  }

  @Override
  public boolean supportsCoreSQLGrammar() {
    return false;
  }

  @Override
  public boolean supportsExtendedSQLGrammar() {
    return false;
  }

  @Override
  public boolean supportsANSI92EntryLevelSQL() {
    return false;
  }

  @Override
  public boolean supportsANSI92IntermediateSQL() {
    return false;
  }

  @Override
  public boolean supportsANSI92FullSQL() {
    return false;
  }

  @Override
  public int getMaxColumnNameLength() {
    return Quoted.LONGEST;
  }

  @Override
  public int getMaxTableNameLength() {
    return Quoted.LONGEST;
  }

  @Override
  public int getMaxSchemaNameLength() {
    return Quoted.LONGEST;
  }

  @Override
  public int getMaxTablesInSelect() {
    return WithSizes.MOST;
  }
}
