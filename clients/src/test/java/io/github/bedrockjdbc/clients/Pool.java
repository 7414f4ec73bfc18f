package io.github.bedrockjdbc.clients;

import com.mchange.v2.c3p0.ComboPooledDataSource;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.beans.PropertyVetoException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;

/**
 * Pools of at most two connections that test each connection when it is borrowed, and that set all
 * that a pool can set.
 */
enum Pool {
  DBCP2 {
    @Override
    Borrowing open(String url) {
      final BasicDataSource pool = new BasicDataSource();
      pool.setUrl(url);
      pool.setUsername(BedrockEmulator.DEMO_ACCESS_KEY_ID);
      pool.setPassword(BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
      pool.setMaxTotal(2);
      pool.setTestOnBorrow(true);
      pool.setTestOnReturn(true);
      pool.setDefaultReadOnly(true);
      pool.setDefaultAutoCommit(false);
      pool.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      pool.setDefaultSchema("bedrock");
      pool.setDefaultQueryTimeout(Duration.ofMinutes(1));
      pool.setPoolPreparedStatements(true);
      return new Borrowing(pool::getConnection, pool::close);
    }
  },
  C3P0 {
    @Override
    Borrowing open(String url) throws SQLException {
      final ComboPooledDataSource pool = new ComboPooledDataSource();
      try {
        pool.setDriverClass("io.github.bedrockjdbc.driver.BedrockDriver");
      } catch (PropertyVetoException nobodyVetoes) {
        throw new SQLException(nobodyVetoes);
      }
      pool.setJdbcUrl(url);
      pool.setUser(BedrockEmulator.DEMO_ACCESS_KEY_ID);
      pool.setPassword(BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
      pool.setInitialPoolSize(1);
      pool.setMinPoolSize(1);
      pool.setMaxPoolSize(2);
      pool.setNumHelperThreads(1);
      pool.setAcquireRetryAttempts(1);
      pool.setTestConnectionOnCheckout(true);
      pool.setMaxStatementsPerConnection(10);
      return new Borrowing(pool::getConnection, pool::close);
    }
  },
  TOMCAT_JDBC {
    @Override
    Borrowing open(String url) {
      final PoolProperties settings = new PoolProperties();
      settings.setUrl(url);
      settings.setDriverClassName("io.github.bedrockjdbc.driver.BedrockDriver");
      settings.setUsername(BedrockEmulator.DEMO_ACCESS_KEY_ID);
      settings.setPassword(BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
      settings.setInitialSize(1);
      settings.setMaxActive(2);
      settings.setMaxIdle(2);
      settings.setMinIdle(1);
      settings.setTestOnBorrow(true);
      settings.setTestOnConnect(true);
      settings.setValidationInterval(0);
      settings.setDefaultReadOnly(true);
      settings.setDefaultAutoCommit(false);
      settings.setRollbackOnReturn(true);
      settings.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      settings.setJdbcInterceptors("ConnectionState;StatementCache");
      settings.setJmxEnabled(false);
      final var pool = new org.apache.tomcat.jdbc.pool.DataSource(settings);
      return new Borrowing(pool::getConnection, pool::close);
    }
  },
  AGROAL {
    @Override
    Borrowing open(String url) throws SQLException {
      final AgroalDataSource pool =
          AgroalDataSource.from(
              new AgroalDataSourceConfigurationSupplier()
                  .connectionPoolConfiguration(
                      sizes ->
                          sizes
                              .initialSize(1)
                              .maxSize(2)
                              .validateOnBorrow(true)
                              .connectionValidator(ConnectionValidator.defaultValidator())
                              .connectionFactoryConfiguration(
                                  login ->
                                      login
                                          .jdbcUrl(url)
                                          .connectionProviderClassName(
                                              "io.github.bedrockjdbc.driver.BedrockDriver")
                                          .autoCommit(false)
                                          .principal(
                                              new NamePrincipal(BedrockEmulator.DEMO_ACCESS_KEY_ID))
                                          .credential(
                                              new SimplePassword(
                                                  BedrockEmulator.DEMO_SECRET_ACCESS_KEY)))));
      return new Borrowing(pool::getConnection, pool::close);
    }
  };

  /** Lends connections until it is closed. */
  record Borrowing(Lender lender, Closing closing) implements AutoCloseable {
    Connection connection() throws SQLException {
      return lender.lend();
    }

    @Override
    public void close() throws SQLException {
      closing.close();
    }
  }

  /** Lends a connection. */
  @FunctionalInterface
  interface Lender {
    Connection lend() throws SQLException;
  }

  /** Ends a pool. */
  @FunctionalInterface
  interface Closing {
    void close() throws SQLException;
  }

  abstract Borrowing open(String url) throws SQLException;
}
