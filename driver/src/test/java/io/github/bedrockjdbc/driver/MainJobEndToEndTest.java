package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class MainJobEndToEndTest {
  @Test
  void failedJobsComeWithTheirMessages() throws SQLException {
    try (BedrockEmulator emulator = BedrockEmulator.demo();
        Connection connection =
            DriverManager.getConnection(
                "jdbc:bedrock:region=us-east-1;endpoint="
                    + emulator.endpoint()
                    + ";user="
                    + BedrockEmulator.DEMO_ACCESS_KEY_ID
                    + ";password=\""
                    + BedrockEmulator.DEMO_SECRET_ACCESS_KEY
                    + "\"");
        Statement statement = connection.createStatement()) {
      int n = 0;
      try (ResultSet rs = statement.executeQuery("SELECT * FROM jobs WHERE status='Failed'")) {
        while (rs.next()) {
          n++;
          if (n < 5) System.out.println(rs.getString("job_name") + " " + rs.getString("message"));
        }
      }
      assertThat(n).isPositive();
      System.out.println(n + " " + emulator.log().lines().subList(0, 3));
      for (String sql :
          new String[] {
            "SELECT status, count(*), avg(total_records) FROM jobs GROUP BY status ORDER BY 2 DESC",
            "SELECT upper(job_name) FROM jobs LIMIT 3",
            "SELECT job_id FROM jobs LIMIT 10",
            "SELECT count(*) FROM jobs a join jobs b on a.job_id=b.job_id",
            "EXPLAIN PLAN FOR SELECT job_id FROM jobs WHERE status='Failed' and job_name like 'a%' LIMIT 10",
            "SELECT 1",
            "SELECT job_name FROM jobs WHERE upper(job_name) LIKE '%A%' AND status = 'Stopped' limit 2",
          }) {
        emulator.log().clear();
        long t = System.nanoTime();
        try (ResultSet rs = statement.executeQuery(sql)) {
          int rows = 0;
          while (rs.next()) {
            rows++;
            if (rows < 12) {
              StringBuilder b = new StringBuilder();
              for (int i = 1; i <= rs.getMetaData().getColumnCount(); i++)
                b.append(rs.getString(i)).append(" | ");
              System.out.println(b);
            }
          }
        }
        System.out.println(
            sql + " " + (System.nanoTime() - t) / 1000000 + " ms " + emulator.log().lines());
      }
    }
  }
}
