package io.github.bedrockjdbc.driver;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * The types of products and quotients of decimals. Where the digits of both sides of the point do
 * not fit, those after it are fewer; what is too large then is an error, never cut.
 */
final class DecimalTypes {
  /** The most that clients know of. */
  static final int DIGITS = 38;

  /**
   * After the point of a quotient, or of a {@code DECIMAL} of which nothing is said; all digits of
   * a {@code BIGINT} have room before it.
   */
  static final int FRACTION = 18;

  private DecimalTypes() {}

  /** Null if it is no product of decimals. */
  static RelDataType product(RelDataTypeFactory types, RelDataType left, RelDataType right) {
    if (!isOfDecimals(left, right)) {
      return null;
    }
    final RelDataType one = types.decimalOf(left);
    final RelDataType other = types.decimalOf(right);
    final int whole = whole(one) + whole(other);
    final int exact = one.getScale() + other.getScale();
    final int most = Math.max(Math.max(one.getScale(), other.getScale()), FRACTION);
    final int scale = Math.min(exact, Math.max(most, DIGITS - whole));
    return types.createSqlType(SqlTypeName.DECIMAL, Math.min(whole + scale, DIGITS), scale);
  }

  /** Null if it is no quotient of decimals. */
  static RelDataType quotient(RelDataTypeFactory types, RelDataType left, RelDataType right) {
    if (!isOfDecimals(left, right)) {
      return null;
    }
    final RelDataType value = types.decimalOf(left);
    final RelDataType by = types.decimalOf(right);
    final int scale = Math.max(Math.max(value.getScale(), by.getScale()), FRACTION);
    final int precision = whole(value) + by.getScale() + scale;
    return types.createSqlType(SqlTypeName.DECIMAL, Math.min(precision, DIGITS), scale);
  }

  private static boolean isOfDecimals(RelDataType left, RelDataType right) {
    return SqlTypeUtil.isExactNumeric(left)
        && SqlTypeUtil.isExactNumeric(right)
        && (SqlTypeUtil.isDecimal(left) || SqlTypeUtil.isDecimal(right));
  }

  /** Digits before the point. */
  private static int whole(RelDataType decimal) {
    return decimal.getPrecision() - decimal.getScale();
  }
}
