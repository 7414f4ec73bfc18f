package io.github.bedrockjdbc.driver.value;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Ref;
import java.sql.SQLException;
import java.sql.SQLXML;

/**
 * What no column can be read as: null stays null, where it is a value; anything else is refused.
 */
abstract class RefusingAccessor {
  /** The current row's value of the column, or null. */
  abstract Object value() throws SQLException;

  /** Of a type of JDBC that has no values here; null is of each type. */
  private <T> T noneOf(Class<T> type, String name) throws SQLException {
    if (value() != null) {
      throw SqlErrors.noSuchType(name);
    }
    return type.cast(null);
  }

  public final Array getArray() throws SQLException {
    return noneOf(Array.class, "ARRAY");
  }

  public Ref getRef() throws SQLException {
    throw SqlErrors.noSuchType("REF");
  }

  public final Blob getBlob() throws SQLException {
    return noneOf(Blob.class, "BLOB");
  }

  public URL getURL() throws SQLException {
    throw SqlErrors.noSuchType("DATALINK");
  }

  public final SQLXML getSQLXML() throws SQLException {
    return noneOf(SQLXML.class, "SQLXML");
  }
}
