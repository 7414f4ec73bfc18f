package io.github.bedrockjdbc.driver.type;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * The types of products and quotients of decimals. Where the digits of both sides of the point do
 * not fit, those after it are fewer; what is too large then is an error, never cut.
 */
public final class DecimalTypes {
  /** The most that clients know of. */
  public static final int DIGITS = 38;

  /**
   * After the point of a quotient, or of a {@code DECIMAL} of which nothing is said; all digits of
   * a {@code BIGINT} have room before it.
   */
  public static final int FRACTION = 18;

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

  /** Whether values of these types are to have one type, and some of them are decimals. */
  static boolean areMixed(List<RelDataType> types) {
    return types.stream().allMatch(type -> isNull(type) || SqlTypeUtil.isExactNumeric(type))
        && types.stream().anyMatch(SqlTypeUtil::isDecimal);
  }

  /**
   * The one type of such values: it keeps every digit after the point. Calcite's keeps those before
   * it and cuts the others.
   */
  static RelDataType common(RelDataTypeFactory types, List<RelDataType> mixed) {
    int whole = 0;
    int scale = 0;
    for (RelDataType type : mixed) {
      if (!isNull(type)) {
        final RelDataType decimal = types.decimalOf(type);
        whole = Math.max(whole, whole(decimal));
        scale = Math.max(scale, decimal.getScale());
      }
    }
    return types.createTypeWithNullability(
        types.createSqlType(
            SqlTypeName.DECIMAL, Math.max(1, Math.min(whole + scale, DIGITS)), scale),
        mixed.stream().anyMatch(type -> type.isNullable() || isNull(type)));
  }

  private static boolean isNull(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.NULL;
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
