package io.github.bedrockjdbc.driver.differential;

import static io.github.bedrockjdbc.driver.differential.Argument.CHARACTER;
import static io.github.bedrockjdbc.driver.differential.Argument.INDEX;
import static io.github.bedrockjdbc.driver.differential.Argument.SIZE;
import static io.github.bedrockjdbc.driver.differential.Argument.SMALL;
import static io.github.bedrockjdbc.driver.differential.Argument.of;
import static io.github.bedrockjdbc.driver.differential.Kind.DATE;
import static io.github.bedrockjdbc.driver.differential.Kind.DECIMAL;
import static io.github.bedrockjdbc.driver.differential.Kind.DOUBLE;
import static io.github.bedrockjdbc.driver.differential.Kind.TEXT;
import static io.github.bedrockjdbc.driver.differential.Kind.TIME;
import static io.github.bedrockjdbc.driver.differential.Kind.WHOLE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The functions of the allow-list that give a value of one row: a line for each way to call it. */
final class FunctionTable {
  /**
   * One way to call a function. Each {@code {}} is an argument.
   *
   * @param driver as the driver reads it
   * @param reference as the reference reads it
   */
  record Function(Kind result, String driver, String reference, List<Argument> arguments) {
    Function {
      arguments = List.copyOf(arguments);
    }
  }

  static final List<Function> ALL =
      Stream.of(texts(), escaped(), lengths(), numbers(), decimals(), doubles(), times(), parts())
          .flatMap(List::stream)
          .toList();

  private FunctionTable() {}

  /** As {@link Draw#use} keeps them. */
  static List<String> names() {
    return ALL.stream().map(Function::driver).distinct().toList();
  }

  static List<Function> giving(Kind kind) {
    return ALL.stream().filter(function -> function.result() == kind).toList();
  }

  private static List<Function> texts() {
    return List.of(
        same(TEXT, "UPPER({})", of(TEXT)),
        same(TEXT, "LOWER({})", of(TEXT)),
        same(TEXT, "INITCAP({})", of(TEXT)),
        same(TEXT, "TRIM({})", of(TEXT)),
        same(TEXT, "TRIM(LEADING ' ' FROM {})", of(TEXT)),
        same(TEXT, "TRIM(TRAILING {} FROM {})", CHARACTER, of(TEXT)),
        same(TEXT, "TRIM(BOTH {} FROM {})", CHARACTER, of(TEXT)),
        same(TEXT, "SUBSTRING({} FROM {})", of(TEXT), INDEX),
        same(TEXT, "SUBSTRING({} FROM {} FOR {})", of(TEXT), INDEX, SIZE),
        same(TEXT, "SUBSTRING({}, {}, {})", of(TEXT), INDEX, SIZE),
        other(
            TEXT,
            "OVERLAY({} PLACING {} FROM {} FOR {})",
            "overlaid({}, {}, {}, {})",
            of(TEXT),
            of(TEXT),
            INDEX,
            SIZE),
        same(TEXT, "REPLACE({}, {}, {})", of(TEXT), CHARACTER, of(TEXT)),
        same(TEXT, "({} || {})", of(TEXT), of(TEXT)),
        same(TEXT, "CONCAT({}, {}, {})", of(TEXT), of(TEXT), of(TEXT)),
        same(TEXT, "LEFT({}, {})", of(TEXT), SIZE),
        same(TEXT, "RIGHT({}, {})", of(TEXT), SIZE),
        same(TEXT, "LPAD({}, {}, {})", of(TEXT), SIZE, CHARACTER),
        same(TEXT, "RPAD({}, {}, {})", of(TEXT), SIZE, CHARACTER),
        same(TEXT, "SPLIT_PART({}, {}, {})", of(TEXT), CHARACTER, INDEX),
        same(TEXT, "COALESCE({}, {}, {})", of(TEXT), of(TEXT), of(TEXT)),
        other(TEXT, "NVL({}, {})", "COALESCE({}, {})", of(TEXT), of(TEXT)),
        same(TEXT, "NULLIF({}, {})", of(TEXT), of(TEXT)));
  }

  private static List<Function> escaped() {
    return List.of(
        other(TEXT, "{fn UCASE({})}", "UPPER({})", of(TEXT)),
        other(TEXT, "{fn LCASE({})}", "LOWER({})", of(TEXT)),
        other(TEXT, "{fn LTRIM({})}", "LTRIM({})", of(TEXT)),
        other(TEXT, "{fn RTRIM({})}", "RTRIM({})", of(TEXT)),
        other(TEXT, "{fn CONCAT({}, {})}", "({} || {})", of(TEXT), of(TEXT)),
        other(TEXT, "{fn SUBSTRING({}, {}, {})}", "SUBSTRING({}, {}, {})", of(TEXT), INDEX, SIZE),
        other(
            TEXT, "{fn REPLACE({}, {}, {})}", "REPLACE({}, {}, {})", of(TEXT), CHARACTER, of(TEXT)),
        other(TEXT, "{fn LEFT({}, {})}", "LEFT({}, {})", of(TEXT), SIZE),
        other(TEXT, "{fn IFNULL({}, {})}", "COALESCE({}, {})", of(TEXT), of(TEXT)),
        other(WHOLE, "{fn LENGTH({})}", "CHAR_LENGTH({})", of(TEXT)),
        other(WHOLE, "{fn LOCATE({}, {})}", "position_in({}, {})", CHARACTER, of(TEXT)),
        other(WHOLE, "{fn MOD({}, {})}", "MOD({}, {})", of(WHOLE), INDEX),
        other(WHOLE, "{fn ABS({})}", "ABS({})", of(WHOLE)),
        other(WHOLE, "{fn YEAR({})}", "EXTRACT(YEAR FROM {})", of(TIME)),
        other(WHOLE, "{fn MONTH({})}", "EXTRACT(MONTH FROM {})", of(TIME)),
        other(
            WHOLE,
            "{fn TIMESTAMPDIFF(SQL_TSI_HOUR, {}, {})}",
            "whole_div(ms_between({}, {}), 3600000)",
            of(TIME),
            of(TIME)),
        other(
            TIME,
            "{fn TIMESTAMPADD(SQL_TSI_DAY, {}, {})}",
            "(CAST({} AS INTEGER) * INTERVAL '1' DAY + {})",
            SMALL,
            of(TIME)));
  }

  private static List<Function> lengths() {
    return List.of(
        same(WHOLE, "CHAR_LENGTH({})", of(TEXT)),
        same(WHOLE, "CHARACTER_LENGTH({})", of(TEXT)),
        other(WHOLE, "OCTET_LENGTH({})", "bytes_of({})", of(TEXT)),
        other(WHOLE, "POSITION({} IN {})", "position_in({}, {})", CHARACTER, of(TEXT)),
        same(WHOLE, "ASCII({})", of(TEXT)));
  }

  private static List<Function> numbers() {
    return List.of(
        same(WHOLE, "ABS({})", of(WHOLE)),
        same(WHOLE, "SIGN({})", of(WHOLE)),
        same(WHOLE, "MOD({}, {})", of(WHOLE), INDEX),
        same(WHOLE, "({} + {})", of(WHOLE), of(WHOLE)),
        same(WHOLE, "({} - {})", of(WHOLE), of(WHOLE)),
        same(WHOLE, "({} * {})", of(WHOLE), SMALL),
        other(WHOLE, "({} / {})", "whole_div({}, {})", of(WHOLE), INDEX),
        other(WHOLE, "({} / NULLIF({}, 0))", "whole_div({}, NULLIF({}, 0))", of(WHOLE), of(WHOLE)),
        same(WHOLE, "(- {})", of(WHOLE)),
        same(WHOLE, "COALESCE({}, {})", of(WHOLE), of(WHOLE)),
        same(WHOLE, "NULLIF({}, {})", of(WHOLE), of(WHOLE)),
        same(WHOLE, "CAST({} AS INTEGER)", of(DECIMAL)),
        same(WHOLE, "CAST({} AS BIGINT)", of(DOUBLE)),
        same(WHOLE, "CAST(CAST({} AS VARCHAR) AS BIGINT)", of(WHOLE)));
  }

  private static List<Function> decimals() {
    return List.of(
        same(DECIMAL, "ROUND({}, {})", of(DECIMAL), Argument.DIGITS),
        same(DECIMAL, "ROUND({})", of(DECIMAL)),
        other(DECIMAL, "TRUNCATE({}, {})", "TRUNC({}, {})", of(DECIMAL), Argument.DIGITS),
        same(DECIMAL, "ABS({})", of(DECIMAL)),
        same(DECIMAL, "CEIL({})", of(DECIMAL)),
        same(DECIMAL, "FLOOR({})", of(DECIMAL)),
        same(DECIMAL, "({} + {})", of(DECIMAL), of(WHOLE)),
        same(DECIMAL, "({} - {})", of(DECIMAL), of(DECIMAL)),
        same(DECIMAL, "({} * {})", of(DECIMAL), SMALL),
        same(DECIMAL, "(100.0 * {} / {})", of(WHOLE), INDEX),
        same(DECIMAL, "({} / {})", of(DECIMAL), INDEX),
        same(DECIMAL, "(100.0 * {} / NULLIF({}, 0))", of(WHOLE), of(WHOLE)),
        same(DECIMAL, "CAST({} AS DECIMAL(12, 1))", of(DECIMAL)),
        same(DECIMAL, "CAST({} AS DECIMAL(12, 2))", of(WHOLE)),
        same(DECIMAL, "CAST({} AS DECIMAL(12, 1))", of(DOUBLE)),
        same(DECIMAL, "CAST(CAST({} AS VARCHAR) AS DECIMAL(12, 3))", of(DECIMAL)),
        same(DECIMAL, "MOD({}, 7)", of(DECIMAL)));
  }

  private static List<Function> doubles() {
    return List.of(
        same(DOUBLE, "SQRT(ABS({}))", of(DOUBLE)),
        same(DOUBLE, "EXP({} / 100000E0)", of(DOUBLE)),
        same(DOUBLE, "LN(ABS({}) + 1)", of(DOUBLE)),
        other(DOUBLE, "LOG10(ABS({}) + 1)", "LOG(ABS({}) + 1)", of(DOUBLE)),
        same(DOUBLE, "POWER({}, 2)", of(DOUBLE)),
        same(DOUBLE, "SIN({})", of(DOUBLE)),
        same(DOUBLE, "COS({})", of(DOUBLE)),
        same(DOUBLE, "TAN({})", of(DOUBLE)),
        same(DOUBLE, "ATAN({})", of(DOUBLE)),
        same(DOUBLE, "ATAN2({}, 3E0)", of(DOUBLE)),
        same(DOUBLE, "ASIN(SIN({}))", of(DOUBLE)),
        same(DOUBLE, "ACOS(SIN({}))", of(DOUBLE)),
        same(DOUBLE, "CBRT({})", of(DOUBLE)),
        same(DOUBLE, "DEGREES({})", of(DOUBLE)),
        same(DOUBLE, "RADIANS({})", of(DOUBLE)),
        same(DOUBLE, "FLOOR({})", of(DOUBLE)),
        same(DOUBLE, "CEIL({})", of(DOUBLE)),
        same(DOUBLE, "SIGN({})", of(DOUBLE)),
        same(DOUBLE, "({} * {})", of(DOUBLE), of(WHOLE)),
        same(DOUBLE, "({} / NULLIF({}, 0))", of(DOUBLE), of(WHOLE)),
        same(DOUBLE, "({} + {})", of(DOUBLE), of(DECIMAL)),
        same(DOUBLE, "CAST({} AS DOUBLE PRECISION)", of(WHOLE)),
        same(DOUBLE, "CAST({} AS DOUBLE PRECISION)", of(DECIMAL)));
  }

  private static List<Function> times() {
    final List<Function> all =
        new ArrayList<>(
            List.of(
                same(TIME, "CAST({} AS TIMESTAMP)", of(DATE)),
                same(TIME, "CAST(CAST({} AS VARCHAR) AS TIMESTAMP)", of(TIME)),
                other(TEXT, "CAST({} AS VARCHAR)", "time_text({})", of(TIME)),
                same(TEXT, "CAST({} AS VARCHAR)", of(DATE)),
                same(TEXT, "CAST({} AS VARCHAR)", of(WHOLE)),
                same(TEXT, "CAST({} AS VARCHAR)", of(DECIMAL)),
                other(TEXT, "CAST({} AS VARCHAR(4))", "LEFT({}, 4)", of(TEXT)),
                same(DATE, "CAST({} AS DATE)", of(TIME)),
                same(DATE, "CAST(CAST({} AS VARCHAR) AS DATE)", of(DATE)),
                same(DATE, "CAST({} + INTERVAL '5' DAY AS DATE)", of(DATE)),
                same(DATE, "CAST({} - INTERVAL '1' MONTH AS DATE)", of(DATE)),
                other(DATE, "LAST_DAY({})", "last_day_of({})", of(DATE)),
                other(
                    TIME,
                    "TIMESTAMPADD(MONTH, {}, {})",
                    "(CAST({} AS INTEGER) * INTERVAL '1' MONTH + {})",
                    SMALL,
                    of(TIME)),
                other(
                    TIME,
                    "TIMESTAMPADD(SECOND, {}, {})",
                    "(CAST({} AS INTEGER) * INTERVAL '1' SECOND + {})",
                    SMALL,
                    of(TIME))));
    for (final String unit : List.of("SECOND", "MINUTE", "HOUR", "DAY", "MONTH", "YEAR")) {
      all.add(same(TIME, "({} - INTERVAL '3' " + unit + ")", of(TIME)));
      all.add(same(TIME, "(INTERVAL '2' " + unit + " + {})", of(TIME)));
    }
    for (final String unit : List.of("MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR")) {
      all.add(same(TIME, "DATE_TRUNC('" + unit + "', {})", of(TIME)));
      if (!unit.equals("WEEK")) {
        all.add(
            other(TIME, "FLOOR({} TO " + unit + ")", "DATE_TRUNC('" + unit + "', {})", of(TIME)));
      }
    }
    return all;
  }

  private static List<Function> parts() {
    final List<Function> all =
        new ArrayList<>(
            List.of(
                other(WHOLE, "DAYOFWEEK({})", "(EXTRACT(DOW FROM {}) + 1)", of(TIME)),
                other(WHOLE, "DAYOFYEAR({})", "EXTRACT(DOY FROM {})", of(TIME)),
                other(WHOLE, "DAYOFMONTH({})", "EXTRACT(DAY FROM {})", of(TIME)),
                same(WHOLE, "EXTRACT(YEAR FROM {})", of(DATE))));
    for (final String unit : List.of("YEAR", "QUARTER", "MONTH", "WEEK", "HOUR", "MINUTE")) {
      all.add(other(WHOLE, unit + "({})", "EXTRACT(" + unit + " FROM {})", of(TIME)));
    }
    for (final String unit :
        List.of(
            "YEAR",
            "QUARTER",
            "MONTH",
            "WEEK",
            "DAY",
            "DOW",
            "ISODOW",
            "DOY",
            "HOUR",
            "MINUTE",
            "ISOYEAR",
            "DECADE",
            "CENTURY",
            "MILLENNIUM")) {
      all.add(same(WHOLE, "EXTRACT(" + unit + " FROM {})", of(TIME)));
    }
    List.of("SECOND 1000", "MINUTE 60000", "HOUR 3600000", "DAY 86400000", "WEEK 604800000")
        .forEach(
            unit ->
                all.add(
                    other(
                        WHOLE,
                        "TIMESTAMPDIFF(" + unit.split(" ")[0] + ", {}, {})",
                        "whole_div(ms_between({}, {}), " + unit.split(" ")[1] + ")",
                        of(TIME),
                        of(TIME))));
    return all;
  }

  private static Function same(Kind result, String text, Argument... arguments) {
    return other(result, text, text, arguments);
  }

  private static Function other(
      Kind result, String driver, String reference, Argument... arguments) {
    return new Function(result, driver, reference, List.of(arguments));
  }
}
