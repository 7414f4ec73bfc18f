import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** Run from source with the one jar as class path: URL, then statements; prints their rows. */
public class Probe {
  public static void main(String[] arguments) throws Exception {
    try (Connection connection = DriverManager.getConnection(arguments[0]);
        Statement statement = connection.createStatement()) {
      for (int i = 1; i < arguments.length; i++) {
        try (ResultSet rows = statement.executeQuery(arguments[i])) {
          long count = 0;
          String first = "";
          while (rows.next()) {
            for (int column = 1; count == 0 && column <= rows.getMetaData().getColumnCount(); column++) {
              first += (column == 1 ? "" : "|") + rows.getString(column);
            }
            count++;
          }
          System.out.println(count + " rows: " + first.replace('\n', ' '));
        }
      }
    }
  }
}
