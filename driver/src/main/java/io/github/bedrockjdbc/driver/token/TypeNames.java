package io.github.bedrockjdbc.driver.token;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;
import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.CHAR;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.Map;
import java.util.TreeSet;

/** Names of types that other databases have for ours, in {@code CAST} and after {@code ::}. */
final class TypeNames {
  private static final Map<String, Integer> SAME =
      Map.ofEntries(
          Map.entry("TEXT", VARCHAR),
          Map.entry("STRING", VARCHAR),
          Map.entry("NVARCHAR", VARCHAR),
          Map.entry("INT2", SMALLINT),
          Map.entry("INT4", INTEGER),
          Map.entry("INT8", BIGINT),
          Map.entry("INT64", BIGINT),
          Map.entry("FLOAT4", REAL),
          Map.entry("FLOAT8", DOUBLE),
          Map.entry("FLOAT64", DOUBLE),
          Map.entry("BOOL", BOOLEAN),
          Map.entry("DATETIME", TIMESTAMP),
          Map.entry("TIMESTAMPTZ", TIMESTAMP));

  private TypeNames() {}

  static void rewrite(TokenList tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (isCast(tokens.kind(i)) && tokens.kind(i + 1) == LPAREN) {
        final int as = lastAs(tokens, i + 1);
        if (as > 0) {
          named(tokens, as + 1);
        }
      }
    }
  }

  private static boolean isCast(int kind) {
    return kind == CAST || kind == TRY_CAST || kind == SAFE_CAST;
  }

  /** The AS before the type: the last one that stands in no inner bracket. */
  private static int lastAs(TokenList tokens, int open) {
    final int close = tokens.closing(open);
    for (int i = close - 1; i > open; i--) {
      if (tokens.kind(i) == RPAREN) {
        i = tokens.opening(i);
      } else if (tokens.kind(i) == AS) {
        return i;
      }
    }
    return -1;
  }

  private static void named(TokenList tokens, int type) {
    final Integer same = SAME.get(tokens.word(type));
    if (same != null) {
      tokens.get(type).kind = same;
    } else if (tokens.isName(type)) {
      throw SqlMistake.at(
          TokenList.position(tokens.get(type)),
          "there is no type '"
              + tokens.get(type).image
              + "'; types are VARCHAR, BOOLEAN, SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE,"
              + " DATE, TIME and TIMESTAMP, or for them "
              + String.join(", ", new TreeSet<>(SAME.keySet())));
    }
    if (tokens.kind(type) == TIMESTAMP) {
      withoutZone(
          tokens, tokens.kind(type + 1) == LPAREN ? tokens.closing(type + 1) + 1 : type + 1);
    }
  }

  /** All timestamps are instants, shown in UTC. */
  private static void withoutZone(TokenList tokens, int with) {
    if (tokens.isAt(with, WITH, TIME, ZONE)) {
      tokens.remove(with, with + 3);
    }
  }

  /** The last token of the type that begins with a token, or -1. */
  static int end(TokenList tokens, int first) {
    final int kind = tokens.kind(first);
    if (kind == EOF || !(tokens.isName(first) || SqlTokens.isKeyword(tokens.get(first)))) {
      return -1;
    }
    int end = first;
    final int next = tokens.kind(first + 1);
    if ((kind == DOUBLE && next == PRECISION)
        || ((kind == CHARACTER || kind == CHAR) && next == VARYING)) {
      end++;
    }
    if (tokens.kind(end + 1) == LPAREN) {
      end = tokens.closing(end + 1);
    }
    final boolean isTime = kind == TIME || kind == TIMESTAMP;
    final int with = tokens.kind(end + 1);
    return isTime && (with == WITH || with == WITHOUT) && tokens.isAt(end + 2, TIME, ZONE)
        ? end + 3
        : end;
  }
}
