package io.github.bedrockjdbc.driver.value;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Ref;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Struct;
import org.apache.calcite.avatica.util.Cursor;
import org.joou.UByte;
import org.joou.UInteger;
import org.joou.ULong;
import org.joou.UShort;

/**
 * What no column can be read as: null stays null, anything else is refused, and what JDBC has for
 * types of its own always.
 */
abstract class RefusingAccessor implements Cursor.Accessor {
  /** The current row's value of the column, or null. */
  abstract Object value() throws SQLException;

  abstract SQLException refused(String target);

  private <T> T nullAs(Class<T> type) throws SQLException {
    if (value() != null) {
      throw refused(type.getName());
    }
    return null;
  }

  /** Of a type of JDBC that has no values here; null is of each type. */
  private <T> T noneOf(Class<T> type, String name) throws SQLException {
    if (value() != null) {
      throw SqlErrors.noSuchType(name);
    }
    return type.cast(null);
  }

  @Override
  public final Array getArray() throws SQLException {
    return noneOf(Array.class, "ARRAY");
  }

  @Override
  public final Struct getStruct() throws SQLException {
    return noneOf(Struct.class, "STRUCT");
  }

  @Override
  public final Ref getRef() throws SQLException {
    throw SqlErrors.noSuchType("REF");
  }

  @Override
  public final Blob getBlob() throws SQLException {
    return noneOf(Blob.class, "BLOB");
  }

  @Override
  public final URL getURL() throws SQLException {
    throw SqlErrors.noSuchType("DATALINK");
  }

  @Override
  public final SQLXML getSQLXML() throws SQLException {
    return noneOf(SQLXML.class, "SQLXML");
  }

  @Override
  public final UByte getUByte() throws SQLException {
    return nullAs(UByte.class);
  }

  @Override
  public final UShort getUShort() throws SQLException {
    return nullAs(UShort.class);
  }

  @Override
  public final UInteger getUInt() throws SQLException {
    return nullAs(UInteger.class);
  }

  @Override
  public final ULong getULong() throws SQLException {
    return nullAs(ULong.class);
  }
}
