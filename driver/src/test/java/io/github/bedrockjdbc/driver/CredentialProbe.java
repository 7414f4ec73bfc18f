package io.github.bedrockjdbc.driver;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs in a JVM of its own: asks each URL for a job, and prints how many came, or the failure. */
final class CredentialProbe {
  private CredentialProbe() {}

  public static void main(String[] urls) {
    for (final String url : urls) {
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT job_arn FROM jobs LIMIT 1")) {
        System.out.println(rows.next() ? "1 row" : "no row");
      } catch (SQLException e) {
        System.out.println(e.getSQLState() + " " + e.getMessage().replace('\n', ' '));
      }
    }
  }
}
