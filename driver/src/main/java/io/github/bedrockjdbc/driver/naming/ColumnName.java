package io.github.bedrockjdbc.driver.naming;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUnknownLiteral;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlTrimFunction;

/**
 * The name that PostgreSQL gives to a column without an alias: that of the column or function, else
 * of the type that it is cast to.
 *
 * @param origin what the name is of, from the weakest
 */
record ColumnName(String text, Origin origin) {
  enum Origin {
    NOTHING,
    FORM,
    FUNCTION,
    COLUMN
  }

  private static final ColumnName NONE = new ColumnName("?column?", Origin.NOTHING);

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("TINYINT", "int2"),
          Map.entry("SMALLINT", "int2"),
          Map.entry("INTEGER", "int4"),
          Map.entry("BIGINT", "int8"),
          Map.entry("REAL", "float4"),
          Map.entry("FLOAT", "float8"),
          Map.entry("DOUBLE", "float8"),
          Map.entry("DECIMAL", "numeric"),
          Map.entry("CHAR", "bpchar"),
          Map.entry("BOOLEAN", "bool"),
          Map.entry("VARBINARY", "bytea"),
          Map.entry("BINARY", "bytea"),
          Map.entry("TIMESTAMP_WITH_LOCAL_TIME_ZONE", "timestamptz"),
          Map.entry("TIMESTAMP_TZ", "timestamptz"));

  /** What looks like a column but is not: functions without brackets. */
  private static final Set<String> VARIABLES =
      Set.of(
          "CURRENT_CATALOG",
          "CURRENT_DATE",
          "CURRENT_ROLE",
          "CURRENT_SCHEMA",
          "CURRENT_TIME",
          "CURRENT_TIMESTAMP",
          "CURRENT_USER",
          "LOCALTIME",
          "LOCALTIMESTAMP",
          "SESSION_USER",
          "SYSTEM_USER",
          "USER");

  /** Of an expression as the parser gives it. */
  static ColumnName of(SqlNode expression) {
    if (expression instanceof SqlIdentifier name) {
      return identifier(name);
    }
    if (expression instanceof SqlLiteral literal) {
      return literal(literal);
    }
    return expression instanceof SqlCall call ? call(call) : NONE;
  }

  /** Whether it stands for something that is no column itself. */
  boolean isOfFunction() {
    return origin == Origin.FUNCTION || origin == Origin.FORM;
  }

  private static ColumnName identifier(SqlIdentifier name) {
    final int last = name.names.size() - 1;
    final String text = name.names.get(last);
    if (last == 0 && !name.isComponentQuoted(0) && VARIABLES.contains(upper(text))) {
      return new ColumnName(lower(text), Origin.FUNCTION);
    }
    return new ColumnName(text, Origin.COLUMN);
  }

  private static ColumnName literal(SqlLiteral literal) {
    if (literal instanceof SqlIntervalLiteral) {
      return new ColumnName("interval", Origin.FORM);
    }
    final String type =
        literal instanceof SqlUnknownLiteral typed ? typed.tag : literal.getTypeName().getName();
    return switch (type) {
      case "DATE", "TIME", "TIMESTAMP" -> new ColumnName(lower(type), Origin.FORM);
      default -> NONE;
    };
  }

  private static ColumnName call(SqlCall call) {
    return switch (call.getKind()) {
      case AS -> new ColumnName(((SqlIdentifier) call.operand(1)).getSimple(), Origin.COLUMN);
      case OVER, FILTER, WITHIN_GROUP, WITHIN_DISTINCT, RESPECT_NULLS, IGNORE_NULLS, ITEM ->
          of(call.operand(0));
      case CAST, SAFE_CAST -> strong(of(call.operand(0)), type(call));
      case CASE -> strong(of(((SqlCase) call).getElseOperand()), "case");
      case EXISTS, ROW -> new ColumnName(lower(call.getKind().name()), Origin.FUNCTION);
      case ARRAY_VALUE_CONSTRUCTOR, ARRAY_QUERY_CONSTRUCTOR ->
          new ColumnName("array", Origin.FUNCTION);
      case TRIM -> new ColumnName(trim(call), Origin.FUNCTION);
      default -> call.isA(SqlKind.QUERY) ? query(call) : function(call);
    };
  }

  private static ColumnName query(SqlCall query) {
    return ColumnNames.of(query).first().orElse(NONE);
  }

  private static ColumnName function(SqlCall call) {
    if (!(call.getOperator() instanceof SqlFunction function)) {
      return NONE;
    }
    final SqlIdentifier id = function.getSqlIdentifier();
    final String name = id == null ? function.getName() : id.names.get(id.names.size() - 1);
    final String plain = name.equals(ExtractCalls.NAME) ? "EXTRACT" : name;
    return new ColumnName(lower(plain.replaceAll("^\\{fn |\\}$", "")), Origin.FUNCTION);
  }

  /** A weak name gives way. */
  private static ColumnName strong(ColumnName inner, String instead) {
    return inner.origin.compareTo(Origin.FORM) > 0 ? inner : new ColumnName(instead, Origin.FORM);
  }

  private static String type(SqlCall cast) {
    final String type =
        cast.operand(1) instanceof SqlDataTypeSpec spec
            ? upper(spec.getTypeName().names.get(spec.getTypeName().names.size() - 1))
            : "INTERVAL";
    return TYPES.getOrDefault(type, lower(type));
  }

  private static String trim(SqlCall call) {
    return switch (call.operand(0) instanceof SqlLiteral flag
        ? flag.symbolValue(SqlTrimFunction.Flag.class)
        : SqlTrimFunction.Flag.BOTH) {
      case LEADING -> "ltrim";
      case TRAILING -> "rtrim";
      case BOTH -> "btrim";
    };
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
