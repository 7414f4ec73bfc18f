package io.github.bedrockjdbc.examples.output;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** A column of a result, as far as showing it goes. */
public record Column(String label, Kind kind) {
  public enum Kind {
    NUMBER,
    TIMESTAMP,
    BOOLEAN,
    TEXT
  }

  public static Column text(String label) {
    return new Column(label, Kind.TEXT);
  }

  public static List<Column> of(ResultSetMetaData metaData) throws SQLException {
    final List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      columns.add(new Column(metaData.getColumnLabel(i), kind(metaData.getColumnType(i))));
    }
    return List.copyOf(columns);
  }

  boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  private static Kind kind(int type) {
    return switch (type) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.DECIMAL,
          Types.NUMERIC,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE ->
          Kind.NUMBER;
      case Types.TIMESTAMP -> Kind.TIMESTAMP;
      case Types.BOOLEAN, Types.BIT -> Kind.BOOLEAN;
      default -> Kind.TEXT;
    };
  }
}
