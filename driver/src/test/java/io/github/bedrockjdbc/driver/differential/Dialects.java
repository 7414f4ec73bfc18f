package io.github.bedrockjdbc.driver.differential;

import java.util.List;

/** What the references are told, so that the same text means the same to both. */
final class Dialects {
  static final List<String> DUCKDB =
      List.of(
          "SET threads = 1",
          "SET TimeZone = 'UTC'",
          "SET integer_division = true",
          "SET order_by_non_integer_literal = true",
          "SET default_null_order = 'nulls_last_on_asc_first_on_desc'",
          "CREATE TEMP MACRO utc_now() AS CAST(current_localtimestamp() AS TIMESTAMP)",
          "CREATE TEMP MACRO between_symmetric(x, a, b) AS x BETWEEN a AND b OR x BETWEEN b AND a",
          "CREATE TEMP MACRO overlaid(x, p, n, m) AS"
              + " substring(x, 1, CAST(n AS INTEGER) - 1) || p"
              + " || substring(x, CAST(n AS INTEGER) + CAST(m AS INTEGER))",
          "CREATE TEMP MACRO time_text(t) AS"
              + " strftime(CAST(t AS TIMESTAMP), '%Y-%m-%d %H:%M:%S.%g')",
          "CREATE TEMP MACRO initcap(x) AS CASE WHEN x IS NOT NULL THEN list_reduce(list_prepend('', list_transform("
              + "regexp_extract_all(lower(x), '[\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+'),"
              + " lambda w: upper(w[1]) || w[2:])), lambda v, w: v || w) END",
          "CREATE TEMP MACRO whole_div(a, b) AS a // b",
          "CREATE TEMP MACRO bytes_of(x) AS strlen(x)",
          "CREATE TEMP MACRO position_in(p, x) AS position(p IN x)",
          "CREATE TEMP MACRO ms_between(a, b) AS epoch_ms(b) - epoch_ms(a)",
          "CREATE TEMP MACRO last_day_of(d) AS last_day(d)",
          "CREATE TEMP MACRO char_of(x, n) AS rtrim(left(x, n), ' ')",
          "CREATE TEMP MACRO rounded_time(t, n) AS CAST(CASE WHEN t IS NOT NULL"
              + " THEN make_timestamp(1000 * n * CAST(floor((epoch_ms(t) + n / 2.0) / n) AS BIGINT)) END AS TIMESTAMP)",
          "CREATE TEMP MACRO overlapping_ordered(a, b, c, d) AS a > c AND NOT (a >= d AND b >= d)"
              + " OR c > a AND NOT (c >= b AND d >= b) OR a = c AND (b <> d OR b = d)",
          "CREATE TEMP MACRO overlapping(a, b, c, d) AS overlapping_ordered("
              + "least(a, b), CASE WHEN a < b OR a >= b THEN greatest(a, b) END,"
              + " least(c, d), CASE WHEN c < d OR c >= d THEN greatest(c, d) END)",
          "CREATE TEMP MACRO json_text(x, p) AS CASE WHEN json_type(x, p) NOT IN ('OBJECT', 'ARRAY')"
              + " THEN json_extract_string(x, p) END",
          "CREATE TEMP MACRO json_has(x, p) AS json_exists(x, p)");

  static final List<String> POSTGRES =
      List.of(
          "SET TimeZone = 'UTC'",
          "SELECT pg_advisory_lock(7)",
          "CREATE SCHEMA IF NOT EXISTS judge",
          "SET search_path = pg_temp, judge, public",
          function("utc_now()", "TIMESTAMP", "LOCALTIMESTAMP"),
          function(
              "between_symmetric(x TIMESTAMP, a TIMESTAMP, b TIMESTAMP)",
              "BOOLEAN",
              "x BETWEEN SYMMETRIC a AND b"),
          function(
              "overlaid(x TEXT, p TEXT, n BIGINT, m BIGINT)",
              "TEXT",
              "overlay(x PLACING p FROM n::INTEGER FOR m::INTEGER)"),
          function("time_text(t TIMESTAMP)", "TEXT", "to_char(t, 'YYYY-MM-DD HH24:MI:SS.MS')"),
          function("bytes_of(x TEXT)", "INTEGER", "octet_length(x)"),
          function("position_in(p TEXT, x TEXT)", "INTEGER", "position(p IN x)"),
          function("whole_div(a NUMERIC, b NUMERIC)", "NUMERIC", "div(a, b)"),
          function(
              "ms_between(a TIMESTAMP, b TIMESTAMP)",
              "NUMERIC",
              "trunc(extract(epoch FROM b - a) * 1000)"),
          function(
              "last_day_of(d DATE)",
              "DATE",
              "(date_trunc('month', d) + INTERVAL '1 month' - INTERVAL '1 day')::DATE"),
          function("char_of(x TEXT, n INTEGER)", "TEXT", "rtrim(left(x, n), ' ')"),
          function(
              "rounded_time(t TIMESTAMP, n INTEGER)",
              "TIMESTAMP",
              "CASE n WHEN 1000 THEN t::TIMESTAMP(0) WHEN 100 THEN t::TIMESTAMP(1)"
                  + " WHEN 10 THEN t::TIMESTAMP(2) ELSE t END"),
          function(
              "overlapping(a TIMESTAMP, b TIMESTAMP, c TIMESTAMP, d TIMESTAMP)",
              "BOOLEAN",
              "(a, b) OVERLAPS (c, d)"),
          function(
              "json_text(x TEXT, p TEXT)",
              "TEXT",
              "CASE WHEN jsonb_typeof(v) NOT IN ('object', 'array') THEN v #>> '{}' END"
                  + " FROM jsonb_path_query_first(x::JSONB, p::JSONPATH) v"),
          function(
              "json_has(x TEXT, p TEXT)", "BOOLEAN", "jsonb_path_exists(x::JSONB, p::JSONPATH)"),
          "SELECT pg_advisory_unlock(7)");

  private Dialects() {}

  private static String function(String signature, String result, String body) {
    return "CREATE OR REPLACE FUNCTION judge."
        + signature
        + " RETURNS "
        + result
        + " LANGUAGE SQL IMMUTABLE AS $$ SELECT "
        + body
        + " $$";
  }
}
