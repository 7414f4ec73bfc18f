package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.error.WrapperSupport;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;

/** A result set that is only read: whatever changes a row is refused here. */
abstract class ReadOnlyResultSet implements ResultSet, WrapperSupport {
  final void checkOpen() throws SQLException {
    if (isClosed()) {
      throw SqlErrors.closed("the result set");
    }
  }

  private SQLException readOnly() throws SQLException {
    checkOpen();
    return SqlErrors.of(SqlState.READ_ONLY, "the result set is read-only");
  }

  @Override
  public final int getConcurrency() throws SQLException {
    checkOpen();
    return CONCUR_READ_ONLY;
  }

  @Override
  public final boolean rowUpdated() throws SQLException {
    checkOpen();
    return false;
  }

  @Override
  public final boolean rowInserted() throws SQLException {
    checkOpen();
    return false;
  }

  @Override
  public final boolean rowDeleted() throws SQLException {
    checkOpen();
    return false;
  }

  @Override
  public void updateNull(int index) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateBoolean(int index, boolean value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateByte(int index, byte value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateShort(int index, short value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateInt(int index, int value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateLong(int index, long value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateFloat(int index, float value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateDouble(int index, double value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateBigDecimal(int index, BigDecimal value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateString(int index, String value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateBytes(int index, byte[] value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateDate(int index, Date value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateTime(int index, Time value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateTimestamp(int index, Timestamp value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateAsciiStream(int index, InputStream value, int length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateBinaryStream(int index, InputStream value, int length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateCharacterStream(int index, Reader value, int length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateObject(int index, Object value, int length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateObject(int index, Object value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateNull(String label) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateBoolean(String label, boolean value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateByte(String label, byte value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateShort(String label, short value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateInt(String label, int value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateLong(String label, long value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateFloat(String label, float value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateDouble(String label, double value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateBigDecimal(String label, BigDecimal value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateString(String label, String value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateBytes(String label, byte[] value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateDate(String label, Date value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateTime(String label, Time value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateTimestamp(String label, Timestamp value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateAsciiStream(String label, InputStream value, int length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateBinaryStream(String label, InputStream value, int length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateCharacterStream(String label, Reader value, int length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateObject(String label, Object value, int length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateObject(String label, Object value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void insertRow() throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateRow() throws SQLException {
    throw readOnly();
  }

  @Override
  public void deleteRow() throws SQLException {
    throw readOnly();
  }

  @Override
  public void cancelRowUpdates() throws SQLException {
    throw readOnly();
  }

  @Override
  public void moveToInsertRow() throws SQLException {
    throw readOnly();
  }

  @Override
  public void moveToCurrentRow() throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateRef(int index, Ref value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateRef(String label, Ref value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateBlob(int index, Blob value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateBlob(String label, Blob value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateClob(int index, Clob value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateClob(String label, Clob value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateArray(int index, Array value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateArray(String label, Array value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateRowId(int index, RowId value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateRowId(String label, RowId value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateNString(int index, String value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateNString(String label, String value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateNClob(int index, NClob value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateNClob(String label, NClob value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateSQLXML(int index, SQLXML value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateSQLXML(String label, SQLXML value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateNCharacterStream(int index, Reader value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateNCharacterStream(String label, Reader value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateAsciiStream(int index, InputStream value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateBinaryStream(int index, InputStream value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateCharacterStream(int index, Reader value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateAsciiStream(String label, InputStream value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateBinaryStream(String label, InputStream value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateCharacterStream(String label, Reader value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateBlob(int index, InputStream value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateBlob(String label, InputStream value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateClob(int index, Reader value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateClob(String label, Reader value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateNClob(int index, Reader value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateNClob(String label, Reader value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateNCharacterStream(int index, Reader value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateNCharacterStream(String label, Reader value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateAsciiStream(int index, InputStream value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateBinaryStream(int index, InputStream value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateCharacterStream(int index, Reader value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateAsciiStream(String label, InputStream value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateBinaryStream(String label, InputStream value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateCharacterStream(String label, Reader value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateBlob(int index, InputStream value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateBlob(String label, InputStream value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateClob(int index, Reader value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateClob(String label, Reader value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateNClob(int index, Reader value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateNClob(String label, Reader value) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateObject(int index, Object value, SQLType type, int length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateObject(String label, Object value, SQLType type, int length)
      throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateObject(int index, Object value, SQLType type) throws SQLException {
    throw readOnly();
  }

  @Override
  public void updateObject(String label, Object value, SQLType type) throws SQLException {
    throw readOnly();
  }
}
