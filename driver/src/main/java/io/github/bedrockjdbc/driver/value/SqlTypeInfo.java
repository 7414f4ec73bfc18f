package io.github.bedrockjdbc.driver.value;

import io.github.bedrockjdbc.adapter.table.TableColumn;
import io.github.bedrockjdbc.driver.type.DecimalTypes;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.stream.Stream;

/**
 * The SQL types that clients see, in the order of their {@link Types} numbers, and the one place
 * that knows their sizes and classes. Every other type of an expression is shown as one of these.
 */
public enum SqlTypeInfo {
  BIGINT(Types.BIGINT, Long.class, 19, 20),
  DECIMAL(Types.DECIMAL, BigDecimal.class, DecimalTypes.DIGITS, DecimalTypes.DIGITS + 2),
  INTEGER(Types.INTEGER, Integer.class, 10, 11),
  DOUBLE(Types.DOUBLE, Double.class, 15, 25),
  VARCHAR(Types.VARCHAR, String.class, 65_535, 65_535),
  BOOLEAN(Types.BOOLEAN, Boolean.class, 1, 5),
  DATE(Types.DATE, Date.class, 10, 10),
  TIME(Types.TIME, Time.class, 12, 12),
  TIMESTAMP(Types.TIMESTAMP, Timestamp.class, 23, 23);

  private final int typeId;
  private final Class<?> javaClass;
  private final int precision;
  private final int displaySize;

  SqlTypeInfo(int typeId, Class<?> javaClass, int precision, int displaySize) {
    this.typeId = typeId;
    this.javaClass = javaClass;
    this.precision = precision;
    this.displaySize = displaySize;
  }

  /** The type as which one of {@link Types} is shown; text for whatever has no better form. */
  public static SqlTypeInfo of(int typeId) {
    return switch (typeId) {
      case Types.BIGINT -> BIGINT;
      case Types.DECIMAL, Types.NUMERIC -> DECIMAL;
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> INTEGER;
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> DOUBLE;
      case Types.BIT, Types.BOOLEAN -> BOOLEAN;
      case Types.DATE -> DATE;
      case Types.TIME, Types.TIME_WITH_TIMEZONE -> TIME;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> TIMESTAMP;
      default -> VARCHAR;
    };
  }

  /** Whether SQL can convert one of {@link Types} to another, both of them among these. */
  public static boolean converts(int from, int to) {
    return Stream.of(values())
        .filter(source -> source.typeId == from)
        .anyMatch(source -> of(to).typeId == to && source.converts(of(to)));
  }

  private boolean converts(SqlTypeInfo target) {
    if (this == target || this == VARCHAR || target == VARCHAR) {
      return true;
    }
    return switch (target) {
      case TIMESTAMP -> this == DATE || this == TIME;
      case DATE, TIME -> this == TIMESTAMP;
      case BOOLEAN -> this == INTEGER || this == BIGINT;
      default -> isNumber();
    };
  }

  /** One of {@link Types}. */
  public int typeId() {
    return typeId;
  }

  /** The class of what {@code getObject} returns. */
  public Class<?> javaClass() {
    return javaClass;
  }

  public boolean isNumber() {
    return Number.class.isAssignableFrom(javaClass);
  }

  /** The most digits or characters that a value can have. */
  public int maxPrecision() {
    return precision;
  }

  /**
   * The precision that JDBC shows: digits of a number, characters of anything else.
   *
   * @param declared precision in SQL; not positive if there is none
   */
  public int precision(int declared) {
    final boolean sized = this == VARCHAR || this == DECIMAL;
    return sized && declared > 0 && declared < 65_535 ? declared : precision;
  }

  /**
   * Digits after the point, or of a fraction of a second.
   *
   * @param declared scale in SQL, which only DECIMAL has; times have milliseconds
   */
  public int scale(int declared) {
    return switch (this) {
      case DECIMAL -> Math.max(0, declared);
      case TIME, TIMESTAMP -> TableColumn.FRACTION_DIGITS;
      default -> 0;
    };
  }

  /**
   * @param declared precision in SQL; not positive if there is none
   */
  int displaySize(int declared) {
    return switch (this) {
      case VARCHAR -> precision(declared);
      case DECIMAL -> precision(declared) + 2; // sign and point
      default -> displaySize;
    };
  }
}
