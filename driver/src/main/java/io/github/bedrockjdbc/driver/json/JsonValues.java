package io.github.bedrockjdbc.driver.json;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.runtime.DoubleMath;
import io.github.bedrockjdbc.driver.runtime.NumberTexts;
import io.github.bedrockjdbc.driver.runtime.TextFunctions;
import io.github.bedrockjdbc.driver.time.TimeTexts;
import java.math.BigDecimal;
import org.apache.calcite.sql.SqlJsonValueEmptyOrErrorBehavior;
import org.apache.calcite.sql.type.SqlTypeName;

/** JSON as SQL's values, and SQL's values as JSON. For generated code. */
public final class JsonValues {
  private JsonValues() {}

  /** The text itself, which {@code MethodCode} bounds. */
  public static String json(String text) {
    return text;
  }

  /**
   * The text, if it can be cast to a type, else what ON ERROR says; with ERROR the text as well, of
   * which the cast says what is wrong.
   *
   * @param type the name of a {@link SqlTypeName}
   * @param onError the name of a {@link SqlJsonValueEmptyOrErrorBehavior}
   */
  public static String readable(
      Object text, Object type, Object precision, Object scale, Object onError, Object otherwise) {
    final String written = (String) text;
    try {
      if (written != null) {
        check(
            written,
            SqlTypeName.valueOf((String) type),
            ((Number) precision).intValue(),
            ((Number) scale).intValue());
      }
      return written;
    } catch (SqlFault | ArithmeticException e) {
      return switch (SqlJsonValueEmptyOrErrorBehavior.valueOf((String) onError)) {
        case NULL -> null;
        case DEFAULT -> (String) otherwise;
        case ERROR -> written;
      };
    }
  }

  private static void check(String text, SqlTypeName type, int precision, int scale) {
    switch (type) {
      case TINYINT -> BigDecimal.valueOf(NumberTexts.whole(text)).byteValueExact();
      case SMALLINT -> BigDecimal.valueOf(NumberTexts.whole(text)).shortValueExact();
      case INTEGER -> BigDecimal.valueOf(NumberTexts.whole(text)).intValueExact();
      case BIGINT -> NumberTexts.whole(text);
      case DECIMAL -> NumberTexts.decimal(text, precision, scale);
      case REAL -> DoubleMath.real(NumberTexts.approximate(text));
      case FLOAT, DOUBLE -> NumberTexts.approximate(text);
      case BOOLEAN -> TextFunctions.truth(text);
      case DATE -> TimeTexts.date(text);
      case TIME -> TimeTexts.time(text);
      case TIMESTAMP -> TimeTexts.timestamp(text);
      default -> {} // of no text that could be wrong
    }
  }
}
