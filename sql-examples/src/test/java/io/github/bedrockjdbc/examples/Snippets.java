package io.github.bedrockjdbc.examples;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Properties;

/** The documentation's Java, between tags. */
final class Snippets {
  private Snippets() {}

  static void plainJdbc(String url) throws SQLException {
    // tag::jdbc
    String sql = "SELECT job_name, submit_time, message FROM jobs WHERE status = ? LIMIT 10";
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, "Failed");
      try (ResultSet jobs = statement.executeQuery()) {
        while (jobs.next()) {
          LocalDateTime submitted = jobs.getObject("submit_time", LocalDateTime.class); // UTC
          System.out.println(submitted + " " + jobs.getString("job_name"));
        }
      }
    }
    // end::jdbc
  }

  static Connection secretsInProperties(String accessKeyId, String secretAccessKey, String url)
      throws SQLException {
    // tag::secrets
    Properties secrets = new Properties();
    secrets.setProperty("user", accessKeyId);
    secrets.setProperty("password", secretAccessKey);
    Connection connection = DriverManager.getConnection(url, secrets);
    // end::secrets
    return connection;
  }

  static long pool(String url) throws SQLException {
    // tag::hikari
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setReadOnly(true);
    config.setMaximumPoolSize(4);
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection connection = pool.getConnection();
        PreparedStatement count = connection.prepareStatement("SELECT COUNT(*) FROM jobs");
        ResultSet result = count.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
    // end::hikari
  }

  static long dataSource(String accessKeyId, String secretAccessKey, String url)
      throws SQLException {
    // tag::datasource
    HikariConfig config = new HikariConfig();
    config.setDataSourceClassName("io.github.bedrockjdbc.driver.BedrockDataSource");
    config.addDataSourceProperty("url", url);
    config.addDataSourceProperty("user", accessKeyId);
    config.addDataSourceProperty("password", secretAccessKey);
    config.addDataSourceProperty("verify", true);
    // end::datasource
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection connection = pool.getConnection();
        PreparedStatement count = connection.prepareStatement("SELECT COUNT(*) FROM jobs");
        ResultSet result = count.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }
}
