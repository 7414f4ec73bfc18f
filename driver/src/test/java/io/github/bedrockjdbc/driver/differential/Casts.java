package io.github.bedrockjdbc.driver.differential;

import static io.github.bedrockjdbc.driver.differential.Argument.value;
import static io.github.bedrockjdbc.driver.differential.FunctionTable.other;
import static io.github.bedrockjdbc.driver.differential.FunctionTable.same;
import static io.github.bedrockjdbc.driver.differential.Kind.DATE;
import static io.github.bedrockjdbc.driver.differential.Kind.DECIMAL;
import static io.github.bedrockjdbc.driver.differential.Kind.DOUBLE;
import static io.github.bedrockjdbc.driver.differential.Kind.TEXT;
import static io.github.bedrockjdbc.driver.differential.Kind.TIME;
import static io.github.bedrockjdbc.driver.differential.Kind.WHOLE;

import io.github.bedrockjdbc.driver.differential.FunctionTable.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Casts to types with digits or lengths, of intervals, and from JSON. */
final class Casts {
  private static final String NUMBER = "'{\"a\": ' || CAST({} AS VARCHAR) || ', \"b\": [1, null]}'";
  private static final String STRING = "'{\"a\": {\"b c\": \"' || {} || '\"}, \"d\": [\"x\"]}'";

  private Casts() {}

  static List<Function> all() {
    return Stream.of(numbers(), texts(), times(), intervals(), json())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Function> numbers() {
    return List.of(
        same(DECIMAL, "CAST({} AS DECIMAL(14))", value(DECIMAL)),
        same(DECIMAL, "CAST({} AS DECIMAL(14, 1))", value(DECIMAL)),
        same(DECIMAL, "CAST({} AS NUMERIC(20, 4))", value(WHOLE)),
        same(DECIMAL, "CAST({} AS DECIMAL(14))", value(DOUBLE)),
        same(TEXT, "CAST(CAST({} AS DECIMAL(14)) AS VARCHAR)", value(DECIMAL)),
        same(TEXT, "CAST(CAST({} AS DECIMAL(14, 2)) AS VARCHAR)", value(DECIMAL)),
        same(TEXT, "CAST(CAST({} AS DECIMAL(20, 2)) AS VARCHAR)", value(WHOLE)),
        same(WHOLE, "CAST(MOD({}, 1000) * 0.25 AS SMALLINT)", value(WHOLE)),
        same(WHOLE, "CAST(MOD({}, 1000) * 0.5E0 AS INTEGER)", value(WHOLE)),
        same(WHOLE, "CAST({} AS BIGINT)", value(DECIMAL)),
        same(WHOLE, "CAST(CAST({} AS DECIMAL(14, 1)) AS BIGINT)", value(DECIMAL)));
  }

  private static List<Function> texts() {
    return List.of(
        other(TEXT, "CAST({} AS VARCHAR(2))", "LEFT(CAST({} AS VARCHAR), 2)", value(WHOLE)),
        other(TEXT, "CAST({} AS VARCHAR(7))", "LEFT(CAST({} AS VARCHAR), 7)", value(DATE)),
        other(TEXT, "(CAST({} AS CHAR(3)) || '.')", "(char_of({}, 3) || '.')", value(TEXT)),
        other(TEXT, "UPPER(CAST({} AS CHAR(6)))", "UPPER(char_of({}, 6))", value(TEXT)),
        other(
            WHOLE, "CHAR_LENGTH(CAST({} AS CHAR(3)))", "CHAR_LENGTH(char_of({}, 3))", value(TEXT)),
        other(TEXT, "CAST(CAST({} AS CHAR(4)) AS VARCHAR)", "char_of({}, 4)", value(TEXT)));
  }

  private static List<Function> times() {
    final List<Function> all = new ArrayList<>();
    for (final String digits : List.of("0 1000", "1 100", "2 10", "3 1")) {
      final String[] both = digits.split(" ", -1);
      final String type = "AS TIMESTAMP(" + both[0] + "))";
      all.add(other(TIME, "CAST({} " + type, "rounded_time({}, " + both[1] + ")", value(TIME)));
    }
    all.add(
        other(
            TIME,
            "CAST(CAST({} AS VARCHAR) AS TIMESTAMP(0))",
            "rounded_time({}, 1000)",
            value(TIME)));
    // not within half a second of midnight, where the rounded time is none
    all.add(
        other(
            WHOLE,
            "CAST(EXTRACT(SECOND FROM CAST(FLOOR({} TO HOUR) + INTERVAL '1.55' SECOND AS TIME(0))) AS BIGINT)",
            "CASE WHEN {} IS NOT NULL THEN 2 END",
            value(TIME)));
    all.add(
        other(
            WHOLE, "EXTRACT(HOUR FROM CAST({} AS TIME(3)))", "EXTRACT(HOUR FROM {})", value(TIME)));
    return all;
  }

  /** Differences of times; those of one unit show all of it. */
  private static List<Function> intervals() {
    final List<Function> all = new ArrayList<>();
    for (final String unit : List.of("MINUTE 60000 60", "HOUR 3600000 24")) {
      final String[] parts = unit.split(" ", -1);
      all.add(
          other(
              WHOLE,
              "EXTRACT(" + parts[0] + " FROM {} - {})",
              "MOD(whole_div(-ms_between({}, {}), " + parts[1] + "), " + parts[2] + ")",
              value(TIME),
              value(TIME)));
    }
    all.add(counted("HOUR", "HOUR", "3600000"));
    all.add(counted("DAY", "DAY", "86400000"));
    all.add(counted("DAY", "DAY TO HOUR", "86400000"));
    all.add(
        other(
            WHOLE,
            "EXTRACT(DAY FROM {} - {})",
            "whole_div(-ms_between({}, {}), 86400000)",
            value(TIME),
            value(TIME)));
    return all;
  }

  private static Function counted(String unit, String type, String milliseconds) {
    return other(
        WHOLE,
        "EXTRACT(" + unit + " FROM CAST({} - {} AS INTERVAL " + type + "))",
        "whole_div(-ms_between({}, {}), " + milliseconds + ")",
        value(TIME),
        value(TIME));
  }

  private static List<Function> json() {
    return List.of(
        json(TEXT, "JSON_VALUE(#, '$.a')", "json_text(#, '$.a')", NUMBER, WHOLE),
        json(
            WHOLE,
            "JSON_VALUE(#, '$.a' RETURNING BIGINT)",
            "CAST(json_text(#, '$.a') AS BIGINT)",
            NUMBER,
            WHOLE),
        json(TEXT, "JSON_VALUE(#, '$.b[0]')", "json_text(#, '$.b[0]')", NUMBER, WHOLE),
        json(TEXT, "JSON_VALUE(#, '$.b[1]')", "json_text(#, '$.b[1]')", NUMBER, WHOLE),
        json(TEXT, "JSON_VALUE(#, '$.a.\"b c\"')", "json_text(#, '$.a.\"b c\"')", STRING, TEXT),
        json(TEXT, "JSON_VALUE(#, '$.a')", "json_text(#, '$.a')", STRING, TEXT),
        json(TEXT, "JSON_VALUE(#, '$.d[0]')", "json_text(#, '$.d[0]')", STRING, TEXT),
        json(Kind.TRUTH, "JSON_EXISTS(#, '$.b[1]')", "json_has(#, '$.b[1]')", NUMBER, WHOLE),
        json(Kind.TRUTH, "JSON_EXISTS(#, '$.b[2]')", "json_has(#, '$.b[2]')", NUMBER, WHOLE),
        json(Kind.TRUTH, "JSON_EXISTS(#, '$.a.b')", "json_has(#, '$.a.b')", STRING, TEXT),
        json(Kind.TRUTH, "JSON_EXISTS(#, '$.a')", "json_has(#, '$.a')", STRING, TEXT));
  }

  private static Function json(
      Kind result, String driver, String reference, String document, Kind argument) {
    return other(
        result, driver.replace("#", document), reference.replace("#", document), value(argument));
  }
}
