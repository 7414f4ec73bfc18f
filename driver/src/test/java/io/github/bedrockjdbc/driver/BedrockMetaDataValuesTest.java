package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BedrockMetaDataValuesTest extends MetaDataFixture {
  private static final String TRUE =
      """
      allTablesAreSelectable isCatalogAtStart isReadOnly locatorsUpdateCopy
      nullPlusNonNullIsNull nullsAreSortedHigh
      storesLowerCaseIdentifiers storesLowerCaseQuotedIdentifiers
      supportsColumnAliasing supportsConvert
      supportsCorrelatedSubqueries supportsExpressionsInOrderBy supportsFullOuterJoins
      supportsGroupBy supportsGroupByBeyondSelect supportsGroupByUnrelated
      supportsLikeEscapeClause supportsLimitedOuterJoins
      supportsNonNullableColumns supportsOpenCursorsAcrossCommit supportsOpenCursorsAcrossRollback
      supportsOpenStatementsAcrossCommit supportsOpenStatementsAcrossRollback
      supportsOrderByUnrelated supportsOuterJoins supportsSchemasInDataManipulation
      supportsSubqueriesInComparisons supportsSubqueriesInExists supportsSubqueriesInIns
      supportsSubqueriesInQuantifieds supportsTableCorrelationNames supportsUnion
      supportsUnionAll""";

  private static final String FALSE =
      """
      allProceduresAreCallable autoCommitFailureClosesAllResultSets
      dataDefinitionCausesTransactionCommit dataDefinitionIgnoredInTransactions
      doesMaxRowSizeIncludeBlobs generatedKeyAlwaysReturned
      nullsAreSortedAtEnd nullsAreSortedAtStart nullsAreSortedLow
      storesMixedCaseIdentifiers storesMixedCaseQuotedIdentifiers storesUpperCaseIdentifiers
      storesUpperCaseQuotedIdentifiers supportsANSI92EntryLevelSQL supportsANSI92FullSQL
      supportsANSI92IntermediateSQL supportsCoreSQLGrammar supportsMinimumSQLGrammar
      supportsAlterTableWithAddColumn supportsAlterTableWithDropColumn supportsBatchUpdates
      supportsCatalogsInDataManipulation supportsCatalogsInIndexDefinitions
      supportsCatalogsInPrivilegeDefinitions supportsCatalogsInProcedureCalls
      supportsCatalogsInTableDefinitions
      supportsDataDefinitionAndDataManipulationTransactions
      supportsDataManipulationTransactionsOnly supportsDifferentTableCorrelationNames
      supportsExtendedSQLGrammar supportsGetGeneratedKeys supportsIntegrityEnhancementFacility
      supportsMixedCaseIdentifiers supportsMixedCaseQuotedIdentifiers supportsMultipleOpenResults
      supportsMultipleResultSets supportsMultipleTransactions supportsNamedParameters
      supportsPositionedDelete supportsPositionedUpdate supportsRefCursors supportsSavepoints
      supportsSchemasInIndexDefinitions supportsSchemasInPrivilegeDefinitions
      supportsSchemasInProcedureCalls supportsSchemasInTableDefinitions supportsSelectForUpdate
      supportsSharding supportsStatementPooling supportsStoredFunctionsUsingCallSyntax
      supportsStoredProcedures supportsTransactions usesLocalFilePerTable usesLocalFiles""";

  private Map<String, Object> expected() {
    final Map<String, Object> values = new TreeMap<>();
    words(TRUE).forEach(name -> values.put(name, true));
    words(FALSE).forEach(name -> values.put(name, false));
    values.put("getCatalogSeparator", ".");
    values.put("getCatalogTerm", "");
    values.put("getConnection", connection());
    values.put("getDatabaseMajorVersion", 0);
    values.put("getDatabaseMinorVersion", 1);
    values.put("getDatabaseProductName", "Amazon Bedrock batch jobs");
    values.put("getDatabaseProductVersion", Version.ofDriver().text());
    values.put("getDefaultTransactionIsolation", Connection.TRANSACTION_NONE);
    values.put("getDriverMajorVersion", 0);
    values.put("getDriverMinorVersion", 1);
    values.put("getDriverName", "Bedrock batch jobs JDBC driver");
    values.put("getDriverVersion", Version.ofDriver().text());
    values.put("getExtraNameCharacters", "");
    values.put("getIdentifierQuoteString", "\"");
    values.put("getJDBCMajorVersion", 4);
    values.put("getJDBCMinorVersion", 3);
    values.put("getMaxColumnNameLength", 128);
    values.put("getMaxSchemaNameLength", 128);
    values.put("getMaxTableNameLength", 128);
    values.put("getMaxTablesInSelect", 200);
    values.put("getProcedureTerm", "procedure");
    values.put("getResultSetHoldability", ResultSet.HOLD_CURSORS_OVER_COMMIT);
    values.put("getRowIdLifetime", RowIdLifetime.ROWID_UNSUPPORTED);
    values.put("getSQLStateType", DatabaseMetaData.sqlStateSQL);
    values.put("getSchemaTerm", "schema");
    values.put("getSearchStringEscape", "\\");
    values.put("getURL", url().replace("endpoint", "user=AKIDEMOEMULATOR00000;endpoint"));
    values.put("getUserName", BedrockEmulator.DEMO_ACCESS_KEY_ID);
    return values;
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  @Test
  void everyMethodWithoutArgumentsHasItsValue() throws ReflectiveOperationException {
    final Map<String, Object> expected = expected();
    final Map<String, Object> actual = new TreeMap<>();
    for (Method method : DatabaseMetaData.class.getMethods()) {
      final String name = method.getName();
      final boolean isList = name.endsWith("Functions") || name.equals("getSQLKeywords");
      if (method.getParameterCount() == 0 && method.getReturnType() != ResultSet.class && !isList) {
        actual.put(name, method.invoke(metaData()));
        if (name.startsWith("getMax")) { // 0 if no limit is known
          expected.putIfAbsent(
              name, method.getReturnType() == long.class ? (Object) 0L : (Object) 0);
        }
      }
    }
    assertThat(actual).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void readOnlyResultsAreClaimedForwardAndScrollable() throws SQLException {
    for (int type : new int[] {1003, 1004, 1005, 0}) {
      final boolean isThere = type == 1003 || type == 1004;
      assertThat(metaData().supportsResultSetType(type)).isEqualTo(isThere);
      for (int concurrency : new int[] {1007, 1008, 0}) {
        assertThat(metaData().supportsResultSetConcurrency(type, concurrency))
            .isEqualTo(isThere && concurrency == 1007);
      }
    }
  }

  @Test
  void bothHoldabilitiesAreAccepted() throws SQLException {
    assertThat(metaData().supportsResultSetHoldability(1)).isTrue();
    assertThat(metaData().supportsResultSetHoldability(2)).isTrue();
    assertThat(metaData().supportsResultSetHoldability(0)).isFalse();
  }

  @Test
  void thereAreNoTransactions() throws SQLException {
    for (int level : new int[] {0, 1, 2, 4, 8, 3}) {
      assertThat(metaData().supportsTransactionIsolationLevel(level)).isEqualTo(level <= 2);
    }
  }

  @Test
  void noChangeIsEverVisible() throws ReflectiveOperationException {
    for (Method method : DatabaseMetaData.class.getMethods()) {
      if (method.getName().matches("(own|others)?.*(AreVisible|AreDetected)")) {
        for (int type : new int[] {1003, 1004, 1005}) {
          assertThat(method.invoke(metaData(), type)).as(method.getName()).isEqualTo(false);
        }
      }
    }
  }

  @Test
  void conversionsAreToldByType() throws SQLException {
    assertThat(metaData().supportsConvert(Types.VARCHAR, Types.TIMESTAMP)).isTrue();
    assertThat(metaData().supportsConvert(Types.BIGINT, Types.BOOLEAN)).isTrue();
    assertThat(metaData().supportsConvert(Types.DATE, Types.TIME)).isFalse();
    assertThat(metaData().supportsConvert(Types.VARCHAR, Types.BLOB)).isFalse();
    assertThat(metaData().supportsConvert(Types.ARRAY, Types.VARCHAR)).isFalse();
  }

  @Test
  void urlHasAllSettingsButSecrets() throws SQLException {
    final Properties more = new Properties();
    more.setProperty("SessionToken", "canary-token");
    more.setProperty("pagesize", "7");
    more.setProperty("ApplicationName", "canary-application");
    try (Connection other = connect(more)) {
      assertThat(other.getMetaData().getURL())
          .isEqualTo(
              url().replace("endpoint", "user=AKIDEMOEMULATOR00000;endpoint") + ";pageSize=7");
    }
  }

  @Test
  void urlLeavesOutAnApiKey() throws SQLException {
    try (Connection other =
        new BedrockDriver().connect("jdbc:bedrock:apiKey=canary;requestTimeout=9", null)) {
      assertThat(other.getMetaData().getURL()).isEqualTo("jdbc:bedrock:requestTimeout=9");
    }
  }

  @Test
  void urlCanBeReadAgain() throws SQLException {
    try (Connection other =
        new BedrockDriver().connect("jdbc:bedrock:profile=\"a;b\"\"c\"", null)) {
      final DatabaseMetaData shown = other.getMetaData();
      assertThat(shown.getURL()).isEqualTo("jdbc:bedrock:profile=\"a;b\"\"c\"");
      assertThat(shown.getUserName()).isEqualTo("a;b\"c");
    }
  }

  @Test
  void metaDataWrapsOnlyItself() throws SQLException {
    assertThat(metaData().isWrapperFor(DatabaseMetaData.class)).isTrue();
    assertThat(metaData().isWrapperFor(Properties.class)).isFalse();
    assertThat(metaData().unwrap(DatabaseMetaData.class)).isSameAs(metaData());
  }
}
