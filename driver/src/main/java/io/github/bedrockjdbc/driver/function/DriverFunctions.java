package io.github.bedrockjdbc.driver.function;

import static io.github.bedrockjdbc.driver.function.DriverFunction.Argument.NUMBER;
import static io.github.bedrockjdbc.driver.function.DriverFunction.Argument.TEXT;
import static io.github.bedrockjdbc.driver.function.DriverFunction.Argument.TIMESTAMP;
import static io.github.bedrockjdbc.driver.function.DriverFunction.Argument.WHOLE;
import static org.apache.calcite.sql.type.SqlTypeName.BIGINT;
import static org.apache.calcite.sql.type.SqlTypeName.BOOLEAN;
import static org.apache.calcite.sql.type.SqlTypeName.DATE;
import static org.apache.calcite.sql.type.SqlTypeName.INTEGER;
import static org.apache.calcite.sql.type.SqlTypeName.VARCHAR;

import io.github.bedrockjdbc.driver.runtime.PadFunctions;
import io.github.bedrockjdbc.driver.runtime.PatternFunctions;
import io.github.bedrockjdbc.driver.runtime.TextFunctions;
import io.github.bedrockjdbc.driver.time.TimeFunctions;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;

/** The functions that we compute ourselves. */
public final class DriverFunctions {
  /** With a kind, by which a test of a name is known where it is pushed down. */
  public static final DriverFunction POSITION =
      new DriverFunction(
          "POSITION IN",
          SqlKind.POSITION,
          INTEGER,
          new MethodCode(DriverFunction.method(TextFunctions.class, "position", TEXT, TEXT)),
          TEXT,
          TEXT);

  public static final DriverFunction POSITION_FROM =
      text("POSITION IN FROM", INTEGER, "position", TEXT, TEXT, WHOLE);
  static final DriverFunction OCCURRENCE =
      text("OCCURRENCE OF", INTEGER, "occurrence", TEXT, TEXT, WHOLE, WHOLE);
  public static final DriverFunction LENGTH = text("LENGTH OF", INTEGER, "length", TEXT);
  public static final DriverFunction SUBSTRING_FROM =
      text("SUBSTRING FROM", VARCHAR, "substring", TEXT, WHOLE);
  public static final DriverFunction SUBSTRING_FOR =
      text("SUBSTRING FROM FOR", VARCHAR, "substring", TEXT, WHOLE, WHOLE);
  public static final DriverFunction OVERLAY_FROM =
      text("OVERLAY FROM", VARCHAR, "overlay", TEXT, TEXT, WHOLE);
  public static final DriverFunction OVERLAY_FOR =
      text("OVERLAY FROM FOR", VARCHAR, "overlay", TEXT, TEXT, WHOLE, WHOLE);
  public static final DriverFunction LTRIM = pad("LTRIM", "ltrim", TEXT, TEXT);
  public static final DriverFunction RTRIM = pad("RTRIM", "rtrim", TEXT, TEXT);
  public static final DriverFunction BTRIM = pad("BTRIM", "btrim", TEXT, TEXT);

  /** What {@code CAST(x AS CHAR(n))} is. */
  public static final DriverFunction CHARACTERS =
      text("CHAR OF", VARCHAR, "characters", TEXT, WHOLE);

  public static final DriverFunction CHR = text("CHR", VARCHAR, "chr", WHOLE);

  public static final DriverFunction LEFT = text("LEFT", VARCHAR, "left", TEXT, WHOLE);

  private DriverFunctions() {}

  static List<DriverFunction> all() {
    return List.of(
        POSITION,
        POSITION_FROM,
        OCCURRENCE,
        LENGTH,
        SUBSTRING_FROM,
        SUBSTRING_FOR,
        OVERLAY_FROM,
        OVERLAY_FOR,
        CHARACTERS,
        SecondsOf.EPOCH,
        SecondsOf.MINUTE,
        LTRIM,
        RTRIM,
        BTRIM,
        pad("LTRIM", "ltrim", TEXT),
        pad("RTRIM", "rtrim", TEXT),
        pad("BTRIM", "btrim", TEXT),
        pad("LPAD", "lpad", TEXT, WHOLE),
        pad("LPAD", "lpad", TEXT, WHOLE, TEXT),
        pad("RPAD", "rpad", TEXT, WHOLE),
        pad("RPAD", "rpad", TEXT, WHOLE, TEXT),
        text("OCTET_LENGTH", INTEGER, "octetLength", TEXT),
        text("BIT_LENGTH", BIGINT, "bitLength", TEXT),
        LEFT,
        text("RIGHT", VARCHAR, "right", TEXT, WHOLE),
        text("REPLACE", VARCHAR, "replace", TEXT, TEXT, TEXT),
        text("TRANSLATE", VARCHAR, "translate", TEXT, TEXT, TEXT),
        text("REVERSE", VARCHAR, "reverse", TEXT),
        text("REPEAT", VARCHAR, "repeat", TEXT, WHOLE),
        text("SPLIT_PART", VARCHAR, "splitPart", TEXT, TEXT, WHOLE),
        text("STARTS_WITH", BOOLEAN, "startsWith", TEXT, TEXT),
        text("INITCAP", VARCHAR, "initcap", TEXT),
        text("SOUNDEX", VARCHAR, "soundex", TEXT),
        text("DIFFERENCE", INTEGER, "difference", TEXT, TEXT),
        text("ASCII", INTEGER, "ascii", TEXT),
        CHR,
        text("MD5", VARCHAR, "md5", TEXT),
        pattern("REGEXP_LIKE", BOOLEAN, "like", TEXT, TEXT),
        pattern("REGEXP_LIKE", BOOLEAN, "like", TEXT, TEXT, TEXT),
        pattern("REGEXP_REPLACE", VARCHAR, "replace", TEXT, TEXT, TEXT),
        pattern("REGEXP_REPLACE", VARCHAR, "replace", TEXT, TEXT, TEXT, TEXT),
        DriverFunction.nullable("TO_CHAR", TimeFunctions.class, "toChar", TIMESTAMP, TEXT),
        time("TO_DATE", DATE, "toDate", TEXT, TEXT),
        time("TO_TIMESTAMP", SqlTypeName.TIMESTAMP, "toTimestamp", TEXT, TEXT),
        time("TO_TIMESTAMP", SqlTypeName.TIMESTAMP, "toTimestamp", NUMBER),
        time("MONTHNAME", VARCHAR, "monthName", TIMESTAMP),
        time("DAYNAME", VARCHAR, "dayName", TIMESTAMP),
        new WallClock());
  }

  /** What the functions of a name take, as the end of a sentence; empty if there is none. */
  public static String forms(String name) {
    final String forms =
        all().stream()
            .filter(function -> function.getName().equalsIgnoreCase(name))
            .map(DriverFunction::form)
            .collect(Collectors.joining(" or "));
    return forms.isEmpty() ? "" : "; write " + forms;
  }

  private static DriverFunction text(
      String name, SqlTypeName result, String method, DriverFunction.Argument... takes) {
    return DriverFunction.of(name, result, TextFunctions.class, method, takes);
  }

  private static DriverFunction pad(String name, String method, DriverFunction.Argument... takes) {
    return DriverFunction.of(name, VARCHAR, PadFunctions.class, method, takes);
  }

  private static DriverFunction pattern(
      String name, SqlTypeName result, String method, DriverFunction.Argument... takes) {
    return DriverFunction.of(name, result, PatternFunctions.class, method, takes);
  }

  private static DriverFunction time(
      String name, SqlTypeName result, String method, DriverFunction.Argument... takes) {
    return DriverFunction.of(name, result, TimeFunctions.class, method, takes);
  }
}
