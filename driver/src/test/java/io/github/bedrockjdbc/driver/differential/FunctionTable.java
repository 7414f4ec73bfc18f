package io.github.bedrockjdbc.driver.differential;

import static io.github.bedrockjdbc.driver.differential.Argument.CHARACTER;
import static io.github.bedrockjdbc.driver.differential.Argument.INDEX;
import static io.github.bedrockjdbc.driver.differential.Argument.SIZE;
import static io.github.bedrockjdbc.driver.differential.Argument.SMALL;
import static io.github.bedrockjdbc.driver.differential.Argument.value;
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
      Stream.of(
              texts(),
              escaped(),
              lengths(),
              numbers(),
              decimals(),
              doubles(),
              times(),
              parts(),
              Casts.all())
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
        same(TEXT, "UPPER({})", value(TEXT)),
        same(TEXT, "LOWER({})", value(TEXT)),
        same(TEXT, "INITCAP({})", value(TEXT)),
        same(TEXT, "TRIM({})", value(TEXT)),
        same(TEXT, "TRIM(LEADING ' ' FROM {})", value(TEXT)),
        same(TEXT, "TRIM(TRAILING {} FROM {})", CHARACTER, value(TEXT)),
        same(TEXT, "TRIM(BOTH {} FROM {})", CHARACTER, value(TEXT)),
        same(TEXT, "SUBSTRING({} FROM {})", value(TEXT), INDEX),
        same(TEXT, "SUBSTRING({} FROM {} FOR {})", value(TEXT), INDEX, SIZE),
        same(TEXT, "SUBSTRING({}, {}, {})", value(TEXT), INDEX, SIZE),
        other(
            TEXT,
            "OVERLAY({} PLACING {} FROM {} FOR {})",
            "overlaid({}, {}, {}, {})",
            value(TEXT),
            value(TEXT),
            INDEX,
            SIZE),
        same(TEXT, "REPLACE({}, {}, {})", value(TEXT), CHARACTER, value(TEXT)),
        same(TEXT, "({} || {})", value(TEXT), value(TEXT)),
        same(TEXT, "CONCAT({}, {}, {})", value(TEXT), value(TEXT), value(TEXT)),
        same(TEXT, "LEFT({}, {})", value(TEXT), SIZE),
        same(TEXT, "RIGHT({}, {})", value(TEXT), SIZE),
        same(TEXT, "LPAD({}, {}, {})", value(TEXT), SIZE, CHARACTER),
        same(TEXT, "RPAD({}, {}, {})", value(TEXT), SIZE, CHARACTER),
        same(TEXT, "SPLIT_PART({}, {}, {})", value(TEXT), CHARACTER, INDEX),
        same(TEXT, "COALESCE({}, {}, {})", value(TEXT), value(TEXT), value(TEXT)),
        other(TEXT, "NVL({}, {})", "COALESCE({}, {})", value(TEXT), value(TEXT)),
        same(TEXT, "NULLIF({}, {})", value(TEXT), value(TEXT)));
  }

  private static List<Function> escaped() {
    return List.of(
        other(TEXT, "{fn UCASE({})}", "UPPER({})", value(TEXT)),
        other(TEXT, "{fn LCASE({})}", "LOWER({})", value(TEXT)),
        other(TEXT, "{fn LTRIM({})}", "LTRIM({})", value(TEXT)),
        other(TEXT, "{fn RTRIM({})}", "RTRIM({})", value(TEXT)),
        other(TEXT, "{fn CONCAT({}, {})}", "({} || {})", value(TEXT), value(TEXT)),
        other(
            TEXT, "{fn SUBSTRING({}, {}, {})}", "SUBSTRING({}, {}, {})", value(TEXT), INDEX, SIZE),
        other(
            TEXT,
            "{fn REPLACE({}, {}, {})}",
            "REPLACE({}, {}, {})",
            value(TEXT),
            CHARACTER,
            value(TEXT)),
        other(TEXT, "{fn LEFT({}, {})}", "LEFT({}, {})", value(TEXT), SIZE),
        other(TEXT, "{fn IFNULL({}, {})}", "COALESCE({}, {})", value(TEXT), value(TEXT)),
        other(WHOLE, "{fn LENGTH({})}", "CHAR_LENGTH({})", value(TEXT)),
        other(WHOLE, "{fn LOCATE({}, {})}", "position_in({}, {})", CHARACTER, value(TEXT)),
        other(WHOLE, "{fn MOD({}, {})}", "MOD({}, {})", value(WHOLE), INDEX),
        other(WHOLE, "{fn ABS({})}", "ABS({})", value(WHOLE)),
        other(WHOLE, "{fn YEAR({})}", "EXTRACT(YEAR FROM {})", value(TIME)),
        other(WHOLE, "{fn MONTH({})}", "EXTRACT(MONTH FROM {})", value(TIME)),
        other(
            WHOLE,
            "{fn TIMESTAMPDIFF(SQL_TSI_HOUR, {}, {})}",
            "whole_div(ms_between({}, {}), 3600000)",
            value(TIME),
            value(TIME)),
        other(
            TIME,
            "{fn TIMESTAMPADD(SQL_TSI_DAY, {}, {})}",
            "(CAST({} AS INTEGER) * INTERVAL '1' DAY + {})",
            SMALL,
            value(TIME)));
  }

  private static List<Function> lengths() {
    return List.of(
        same(WHOLE, "CHAR_LENGTH({})", value(TEXT)),
        same(WHOLE, "CHARACTER_LENGTH({})", value(TEXT)),
        other(WHOLE, "OCTET_LENGTH({})", "bytes_of({})", value(TEXT)),
        other(WHOLE, "POSITION({} IN {})", "position_in({}, {})", CHARACTER, value(TEXT)),
        same(WHOLE, "ASCII({})", value(TEXT)));
  }

  private static List<Function> numbers() {
    return List.of(
        same(WHOLE, "ABS({})", value(WHOLE)),
        same(WHOLE, "SIGN({})", value(WHOLE)),
        same(WHOLE, "MOD({}, {})", value(WHOLE), INDEX),
        same(WHOLE, "({} + {})", value(WHOLE), value(WHOLE)),
        same(WHOLE, "({} - {})", value(WHOLE), value(WHOLE)),
        same(WHOLE, "({} * {})", value(WHOLE), SMALL),
        other(WHOLE, "({} / {})", "whole_div({}, {})", Argument.WHOLE_TO_DIVIDE, INDEX),
        other(
            WHOLE,
            "({} / NULLIF({}, 0))",
            "whole_div({}, NULLIF({}, 0))",
            Argument.WHOLE_TO_DIVIDE,
            Argument.WHOLE_TO_DIVIDE),
        same(WHOLE, "(- {})", value(WHOLE)),
        same(WHOLE, "COALESCE({}, {})", value(WHOLE), value(WHOLE)),
        same(WHOLE, "NULLIF({}, {})", value(WHOLE), value(WHOLE)),
        same(WHOLE, "CAST({} AS INTEGER)", value(DECIMAL)),
        same(WHOLE, "CAST({} AS BIGINT)", value(DOUBLE)),
        same(WHOLE, "CAST(CAST({} AS VARCHAR) AS BIGINT)", value(WHOLE)));
  }

  private static List<Function> decimals() {
    return List.of(
        same(DECIMAL, "(- {})", value(DECIMAL)),
        same(DECIMAL, "ROUND({}, {})", value(DECIMAL), Argument.DIGITS),
        same(DECIMAL, "ROUND({})", value(DECIMAL)),
        other(DECIMAL, "TRUNCATE({}, {})", "TRUNC({}, {})", value(DECIMAL), Argument.DIGITS),
        same(DECIMAL, "ABS({})", value(DECIMAL)),
        same(DECIMAL, "CEIL({})", value(DECIMAL)),
        same(DECIMAL, "FLOOR({})", value(DECIMAL)),
        same(DECIMAL, "({} + {})", value(DECIMAL), value(WHOLE)),
        same(DECIMAL, "({} - {})", value(DECIMAL), value(DECIMAL)),
        same(DECIMAL, "({} * {})", value(DECIMAL), SMALL),
        same(DECIMAL, "(100.0 * {} / {})", value(WHOLE), INDEX),
        same(DECIMAL, "({} / {})", value(DECIMAL), INDEX),
        same(DECIMAL, "(100.0 * {} / NULLIF({}, 0))", value(WHOLE), value(WHOLE)),
        same(DECIMAL, "CAST({} AS DECIMAL(12, 1))", value(DECIMAL)),
        same(DECIMAL, "CAST({} AS DECIMAL(12, 2))", value(WHOLE)),
        same(DECIMAL, "CAST({} AS DECIMAL(12, 1))", value(DOUBLE)),
        same(DECIMAL, "CAST(CAST({} AS VARCHAR) AS DECIMAL(12, 3))", value(DECIMAL)),
        same(DECIMAL, "MOD({}, 7)", value(DECIMAL)));
  }

  private static List<Function> doubles() {
    return List.of(
        same(DOUBLE, "(- {})", value(DOUBLE)),
        same(DOUBLE, "SQRT(ABS({}))", value(DOUBLE)),
        same(DOUBLE, "EXP({} / 100000E0)", value(DOUBLE)),
        same(DOUBLE, "LN(ABS({}) + 1)", value(DOUBLE)),
        other(DOUBLE, "LOG10(ABS({}) + 1)", "LOG(ABS({}) + 1)", value(DOUBLE)),
        same(DOUBLE, "POWER({}, 2)", value(DOUBLE)),
        same(DOUBLE, "SIN(ATAN({}))", value(DOUBLE)),
        same(DOUBLE, "COS(ATAN({}))", value(DOUBLE)),
        same(DOUBLE, "TAN(ATAN({}) / 2)", value(DOUBLE)),
        same(DOUBLE, "ATAN({})", value(DOUBLE)),
        same(DOUBLE, "ATAN2({}, 3E0)", value(DOUBLE)),
        same(DOUBLE, "ASIN(ATAN({}) / 2)", value(DOUBLE)),
        same(DOUBLE, "ACOS(ATAN({}) / 2)", value(DOUBLE)),
        same(DOUBLE, "CBRT({})", value(DOUBLE)),
        same(DOUBLE, "DEGREES({})", value(DOUBLE)),
        same(DOUBLE, "RADIANS({})", value(DOUBLE)),
        same(DOUBLE, "FLOOR({})", value(DOUBLE)),
        same(DOUBLE, "CEIL({})", value(DOUBLE)),
        same(DOUBLE, "SIGN({})", value(DOUBLE)),
        same(DOUBLE, "({} * {})", value(DOUBLE), value(WHOLE)),
        same(DOUBLE, "({} / NULLIF({}, 0))", value(DOUBLE), value(WHOLE)),
        same(DOUBLE, "({} + {})", value(DOUBLE), value(DECIMAL)),
        same(DOUBLE, "CAST({} AS DOUBLE PRECISION)", value(WHOLE)),
        same(DOUBLE, "CAST({} AS DOUBLE PRECISION)", value(DECIMAL)));
  }

  private static List<Function> times() {
    final List<Function> all =
        new ArrayList<>(
            List.of(
                same(TIME, "CAST({} AS TIMESTAMP)", value(DATE)),
                same(TIME, "CAST(CAST({} AS VARCHAR) AS TIMESTAMP)", value(TIME)),
                other(TEXT, "CAST({} AS VARCHAR)", "time_text({})", value(TIME)),
                same(TEXT, "CAST({} AS VARCHAR)", value(DATE)),
                same(TEXT, "CAST({} AS VARCHAR)", value(WHOLE)),
                same(TEXT, "CAST({} AS VARCHAR)", Argument.OF_A_SCALE),
                other(TEXT, "CAST({} AS VARCHAR(4))", "LEFT({}, 4)", value(TEXT)),
                same(DATE, "CAST({} AS DATE)", value(TIME)),
                same(DATE, "CAST(CAST({} AS VARCHAR) AS DATE)", value(DATE)),
                same(DATE, "CAST({} + INTERVAL '5' DAY AS DATE)", value(DATE)),
                same(DATE, "CAST({} - INTERVAL '1' MONTH AS DATE)", value(DATE)),
                other(DATE, "LAST_DAY({})", "last_day_of({})", value(DATE)),
                other(
                    TIME,
                    "TIMESTAMPADD(MONTH, {}, {})",
                    "(CAST({} AS INTEGER) * INTERVAL '1' MONTH + {})",
                    SMALL,
                    value(TIME)),
                other(
                    TIME,
                    "TIMESTAMPADD(SECOND, {}, {})",
                    "(CAST({} AS INTEGER) * INTERVAL '1' SECOND + {})",
                    SMALL,
                    value(TIME))));
    for (final String unit : List.of("SECOND", "MINUTE", "HOUR", "DAY", "MONTH", "YEAR")) {
      all.add(same(TIME, "({} - INTERVAL '3' " + unit + ")", value(TIME)));
      all.add(same(TIME, "(INTERVAL '2' " + unit + " + {})", value(TIME)));
    }
    for (final String unit : List.of("MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR")) {
      all.add(same(TIME, "DATE_TRUNC('" + unit + "', {})", value(TIME)));
      if (!unit.equals("WEEK")) {
        all.add(
            other(
                TIME, "FLOOR({} TO " + unit + ")", "DATE_TRUNC('" + unit + "', {})", value(TIME)));
      }
    }
    return all;
  }

  private static List<Function> parts() {
    final List<Function> all =
        new ArrayList<>(
            List.of(
                other(WHOLE, "DAYOFWEEK({})", "(EXTRACT(DOW FROM {}) + 1)", value(TIME)),
                other(WHOLE, "DAYOFYEAR({})", "EXTRACT(DOY FROM {})", value(TIME)),
                other(WHOLE, "DAYOFMONTH({})", "EXTRACT(DAY FROM {})", value(TIME)),
                same(WHOLE, "EXTRACT(YEAR FROM {})", value(DATE))));
    for (final String unit : List.of("YEAR", "QUARTER", "MONTH", "WEEK", "HOUR", "MINUTE")) {
      all.add(other(WHOLE, unit + "({})", "EXTRACT(" + unit + " FROM {})", value(TIME)));
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
      all.add(same(WHOLE, "EXTRACT(" + unit + " FROM {})", value(TIME)));
    }
    List.of("SECOND 1000", "MINUTE 60000", "HOUR 3600000", "DAY 86400000", "WEEK 604800000")
        .forEach(
            unit ->
                all.add(
                    other(
                        WHOLE,
                        "TIMESTAMPDIFF(" + unit.split(" ", -1)[0] + ", {}, {})",
                        "whole_div(ms_between({}, {}), " + unit.split(" ", -1)[1] + ")",
                        value(TIME),
                        value(TIME))));
    return all;
  }

  static Function same(Kind result, String text, Argument... arguments) {
    return other(result, text, text, arguments);
  }

  static Function other(Kind result, String driver, String reference, Argument... arguments) {
    return new Function(result, driver, reference, List.of(arguments));
  }
}
