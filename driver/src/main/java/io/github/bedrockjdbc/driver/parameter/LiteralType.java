package io.github.bedrockjdbc.driver.parameter;

import io.github.bedrockjdbc.driver.parameter.Declarations.Declaration;
import io.github.bedrockjdbc.driver.parameter.Declarations.OfType;
import io.github.bedrockjdbc.driver.parameter.Declarations.Written;
import io.github.bedrockjdbc.driver.parameter.Parameter.Role;
import io.github.bedrockjdbc.driver.value.DateTimeText;
import io.github.bedrockjdbc.driver.value.Numbers;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * The type that a literal of a value would have, where the parameter's is not good enough: {@code
 * timeout_hours < ?} with 24.5 compares with 24.5, not with 24.
 */
public final class LiteralType {
  private static final BigDecimal LEAST_INT = BigDecimal.valueOf(Integer.MIN_VALUE);
  private static final BigDecimal MOST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);
  private static final BigDecimal LEAST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MOST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

  private LiteralType() {}

  /**
   * Empty if the value can be of the parameter's type, or of no other.
   *
   * @param value one that {@link PlainValue#of} gives
   */
  public static Optional<Declaration> of(Object value, Parameter parameter) throws SQLException {
    if (parameter.role() == Role.WRITTEN) {
      return Optional.of(new Written(written(value, parameter.typeName())));
    }
    final boolean isFixed =
        parameter.role() == Role.DECLARED || parameter.role() == Role.COUNT || value == null;
    final OfType own = isFixed ? null : own(value, parameter);
    return own == null || (own.name() == parameter.typeName() && own.name() != SqlTypeName.DECIMAL)
        ? Optional.empty()
        : Optional.of(own);
  }

  private static Object written(Object value, SqlTypeName type) throws SQLException {
    if (value == null || type == SqlTypeName.VARCHAR) {
      return ParameterValue.of(value, SqlTypeName.VARCHAR.getJdbcOrdinal());
    }
    return ParameterValue.of(value, SqlTypeName.DECIMAL.getJdbcOrdinal());
  }

  private static OfType own(Object value, Parameter parameter) throws SQLException {
    final SqlTypeName expected = parameter.typeName();
    final boolean isNumber = SqlTypeName.APPROX_TYPES.contains(expected); // whatever it is
    if (parameter.role() == Role.OPEN && value instanceof String && !isNumber) {
      return new OfType(SqlTypeName.VARCHAR); // and no guess
    }
    if (SqlTypeName.INT_TYPES.contains(expected)) {
      return besideWhole(value, parameter);
    }
    if (parameter.role() == Role.COMPARED) {
      return besideCompared(value, expected);
    }
    if (expected == SqlTypeName.DECIMAL) {
      return besideDecimal(value, parameter);
    }
    final boolean isText = SqlTypeName.CHAR_TYPES.contains(expected);
    final boolean isApproximate = SqlTypeName.APPROX_TYPES.contains(expected);
    if (!parameter.isAssumed() && (isText || isApproximate)) {
      return null;
    }
    if (value instanceof Number number) {
      return ofNumber(number);
    }
    return value instanceof Boolean
        ? isText ? new OfType(SqlTypeName.BOOLEAN) : null
        : ofTime(value);
  }

  private static OfType besideWhole(Object value, Parameter parameter) throws SQLException {
    final boolean isCompared = parameter.role() == Role.COMPARED;
    if (value instanceof String text) {
      return isCompared ? besideWhole(Numbers.parse(text), parameter) : null;
    }
    if (!(value instanceof Number number)) {
      return isCompared ? null : ofTime(value);
    }
    if (isCompared || (isExact(number) && Numbers.decimal(number).scale() <= 0)) {
      final OfType narrowest = isFinite(number) ? ofExact(whole(number)) : null;
      return narrowest != null && rank(narrowest.name()) <= rank(parameter.typeName())
          ? null
          : ofNumber(number);
    }
    return ofNumber(number);
  }

  private static OfType besideCompared(Object value, SqlTypeName expected) throws SQLException {
    if (value instanceof Number number && expected == SqlTypeName.DECIMAL) {
      return isFinite(number) ? null : ofNumber(number);
    }
    if (expected != SqlTypeName.DATE) {
      return null;
    }
    final LocalDateTime time =
        value instanceof String text
            ? DateTimeText.parse(text).orElse(null)
            : value instanceof LocalDateTime given ? given : null;
    return time == null || time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? null
        : new OfType(SqlTypeName.TIMESTAMP);
  }

  private static OfType besideDecimal(Object value, Parameter parameter) throws SQLException {
    final boolean isBranch = parameter.role() == Role.BRANCH;
    if (value instanceof Number number && !(isBranch && isExact(number))) {
      return ofNumber(number);
    }
    if (!(value instanceof String || value instanceof Number)) {
      return ofTime(value);
    }
    final BigDecimal exact =
        value instanceof Number number ? Numbers.decimal(number) : Numbers.parse((String) value);
    final OfType own = ofExact(exact);
    final int scale = parameter.type().getScale();
    return own.scale() <= scale
            && exact.precision() - exact.scale() <= parameter.type().getPrecision() - scale
        ? null
        : own;
  }

  private static OfType ofTime(Object value) {
    if (value instanceof LocalDate) {
      return new OfType(SqlTypeName.DATE);
    }
    if (value instanceof LocalTime) {
      return new OfType(SqlTypeName.TIME);
    }
    return value instanceof LocalDateTime ? new OfType(SqlTypeName.TIMESTAMP) : null;
  }

  private static OfType ofNumber(Number number) throws SQLException {
    return isExact(number) ? ofExact(Numbers.decimal(number)) : new OfType(SqlTypeName.DOUBLE);
  }

  private static OfType ofExact(BigDecimal number) {
    final int scale = Math.max(0, number.scale());
    if (scale == 0 && isBetween(LEAST_INT, number, MOST_INT)) {
      return new OfType(SqlTypeName.INTEGER);
    }
    if (scale == 0 && isBetween(LEAST_LONG, number, MOST_LONG)) {
      return new OfType(SqlTypeName.BIGINT);
    }
    final int digits = number.precision() - number.scale() + scale;
    return new OfType(SqlTypeName.DECIMAL, Math.max(1, Math.max(digits, scale)), scale);
  }

  /** The same number, without digits behind the point if they are zeros. */
  private static BigDecimal whole(Number number) throws SQLException {
    final BigDecimal decimal = Numbers.decimal(number).stripTrailingZeros();
    return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
  }

  private static boolean isBetween(BigDecimal least, BigDecimal number, BigDecimal most) {
    return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
  }

  private static boolean isExact(Number number) {
    return !(number instanceof Double || number instanceof Float);
  }

  private static boolean isFinite(Number number) {
    return isExact(number) || Double.isFinite(number.doubleValue());
  }

  private static int rank(SqlTypeName number) {
    return switch (number) {
      case TINYINT -> 0;
      case SMALLINT -> 1;
      case INTEGER -> 2;
      case BIGINT -> 3;
      default -> 4;
    };
  }
}
