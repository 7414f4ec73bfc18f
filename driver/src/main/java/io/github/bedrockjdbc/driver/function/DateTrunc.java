package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlValidator;

/**
 * {@code DATE_TRUNC('unit', timestamp)} as PostgreSQL has it. It is {@code FLOOR(timestamp TO
 * unit)}, so that everything known of the one holds for the other.
 */
public final class DateTrunc extends SqlFunction {
  /** The units, from the shortest. */
  private enum Unit {
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    DECADE,
    CENTURY,
    MILLENNIUM;

    private static final String ALL =
        Arrays.stream(values())
            .map(unit -> "'" + unit.name().toLowerCase(Locale.ROOT) + "'")
            .collect(Collectors.joining(", "));
  }

  public static boolean isUnit(String name) {
    return Arrays.stream(Unit.values()).anyMatch(unit -> unit.name().equals(name));
  }

  /** The names of all units. */
  public static String units() {
    return Unit.ALL.toUpperCase(Locale.ROOT).replace("'", "");
  }

  DateTrunc() {
    super(
        "DATE_TRUNC",
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.ARG1_NULLABLE,
        null,
        OperandTypes.VARIADIC,
        SqlFunctionCategory.TIMEDATE);
  }

  @Override
  public SqlNode rewriteCall(SqlValidator validator, SqlCall call) {
    if (call.operandCount() != 2) {
      throw SqlMistake.at(
          call.getParserPosition(), "DATE_TRUNC takes two arguments, a unit and a timestamp");
    }
    final Unit unit = unit(call.operand(0));
    final SqlParserPos pos = call.getParserPosition();
    final SqlNode timestamp =
        SqlStdOperatorTable.CAST.createCall(
            pos,
            call.operand(1),
            new SqlDataTypeSpec(new SqlBasicTypeNameSpec(SqlTypeName.TIMESTAMP, pos), pos));
    return SqlStdOperatorTable.FLOOR.createCall(
        pos, timestamp, new SqlIntervalQualifier(TimeUnit.valueOf(unit.name()), null, pos));
  }

  private static Unit unit(SqlNode written) {
    final String name =
        written instanceof SqlLiteral literal && literal.getTypeName() == SqlTypeName.CHAR
            ? literal.getValueAs(String.class)
            : "";
    return Arrays.stream(Unit.values())
        .filter(unit -> unit.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                SqlMistake.at(
                    written.getParserPosition(),
                    "the unit of DATE_TRUNC must be one of " + Unit.ALL + ", not " + written));
  }
}
