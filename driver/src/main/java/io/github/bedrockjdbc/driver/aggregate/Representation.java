package io.github.bedrockjdbc.driver.aggregate;

import io.github.bedrockjdbc.driver.runtime.DoubleMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;

/** Makes of a value what generated code expects where a type stands. */
public final class Representation {
  private final RelDataType type;

  public Representation(RelDataType type) {
    this.type = type;
  }

  /**
   * The same value.
   *
   * @throws ArithmeticException if it does not fit
   */
  public Object of(Object value) {
    if (!(value instanceof Number number)) {
      return value;
    }
    return switch (type.getSqlTypeName()) {
      case TINYINT -> (byte) whole(number, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SMALLINT -> (short) whole(number, Short.MIN_VALUE, Short.MAX_VALUE);
      case INTEGER, DATE, TIME, INTERVAL_YEAR, INTERVAL_YEAR_MONTH, INTERVAL_MONTH ->
          (int) whole(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case TIMESTAMP ->
          number instanceof Integer days // a date, where the type is made of both
              ? (Object) TimeUnit.DAYS.toMillis(days)
              : (Object) number.longValue();
      case DECIMAL -> decimal(number);
      case DOUBLE, FLOAT -> DoubleMath.finite(number.doubleValue());
      case REAL -> DoubleMath.real(number.doubleValue());
      default ->
          isWhole() ? (Object) whole(number, Long.MIN_VALUE, Long.MAX_VALUE) : (Object) number;
    };
  }

  private boolean isWhole() {
    return type.getSqlTypeName() == SqlTypeName.BIGINT
        || SqlTypeName.DAY_INTERVAL_TYPES.contains(type.getSqlTypeName());
  }

  private long whole(Number number, long least, long most) {
    final BigDecimal rounded = exact(number).setScale(0, RoundingMode.HALF_UP);
    if (rounded.compareTo(BigDecimal.valueOf(least)) < 0
        || rounded.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new ArithmeticException(rounded.toPlainString() + " is no " + type.getSqlTypeName());
    }
    return rounded.longValueExact();
  }

  private BigDecimal decimal(Number number) {
    final BigDecimal scaled = exact(number).setScale(type.getScale(), RoundingMode.HALF_UP);
    if (scaled.precision() - scaled.scale() > type.getPrecision() - type.getScale()
        && scaled.signum() != 0) {
      throw new ArithmeticException(scaled.toPlainString() + " is no " + type);
    }
    return scaled;
  }

  /** The quotient of a sum, as exact as the type can show it. */
  Object quotient(BigDecimal sum, long count) {
    final BigDecimal divisor = BigDecimal.valueOf(count);
    return of(
        type.getSqlTypeName() == SqlTypeName.DECIMAL
            ? sum.divide(divisor, Math.max(0, type.getScale()) + 1, RoundingMode.DOWN)
            : sum.divide(divisor, new MathContext(sum.precision() + 34)));
  }

  /** Whether sums of these lose nothing. */
  static boolean isExact(RelDataType type) {
    return !SqlTypeName.APPROX_TYPES.contains(type.getSqlTypeName());
  }

  public static BigDecimal exact(Object number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    return number instanceof Double || number instanceof Float
        ? new BigDecimal(number.toString())
        : BigDecimal.valueOf(((Number) number).longValue());
  }
}
