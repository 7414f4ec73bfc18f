package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlCall;
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
 * {@code DATE_PART('unit', t)} and {@code EXTRACT(unit FROM t)}, with PostgreSQL's values: seconds
 * have their fraction, and days of the week begin with Sunday as 0.
 */
public final class DatePart extends SqlFunction {
  public static final String NAME = "DATE_PART";

  private static final Map<String, TimeUnit> UNITS =
      Map.ofEntries(
          Map.entry("MICROSECOND", TimeUnit.MICROSECOND),
          Map.entry("MILLISECOND", TimeUnit.MILLISECOND),
          Map.entry("SECOND", TimeUnit.SECOND),
          Map.entry("MINUTE", TimeUnit.MINUTE),
          Map.entry("HOUR", TimeUnit.HOUR),
          Map.entry("DAY", TimeUnit.DAY),
          Map.entry("DOW", TimeUnit.DOW),
          Map.entry("ISODOW", TimeUnit.ISODOW),
          Map.entry("DOY", TimeUnit.DOY),
          Map.entry("WEEK", TimeUnit.WEEK),
          Map.entry("MONTH", TimeUnit.MONTH),
          Map.entry("QUARTER", TimeUnit.QUARTER),
          Map.entry("YEAR", TimeUnit.YEAR),
          Map.entry("ISOYEAR", TimeUnit.ISOYEAR),
          Map.entry("DECADE", TimeUnit.DECADE),
          Map.entry("CENTURY", TimeUnit.CENTURY),
          Map.entry("MILLENNIUM", TimeUnit.MILLENNIUM),
          Map.entry("EPOCH", TimeUnit.EPOCH));

  DatePart() {
    super(
        NAME,
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.BIGINT_NULLABLE,
        null,
        OperandTypes.VARIADIC,
        SqlFunctionCategory.TIMEDATE);
  }

  @Override
  public SqlNode rewriteCall(SqlValidator validator, SqlCall call) {
    final SqlParserPos pos = call.getParserPosition();
    if (call.operandCount() != 2) {
      throw SqlMistake.at(pos, "DATE_PART takes two arguments, a unit and a time");
    }
    final TimeUnit unit = unit(call.operand(0));
    final SqlNode time = call.operand(1);
    return switch (unit) {
      case EPOCH -> SecondsOf.EPOCH.createCall(pos, time);
      case SECOND -> SecondsOf.MINUTE.createCall(pos, time);
      case DOW ->
          SqlStdOperatorTable.MINUS.createCall(
              pos, extract(unit, time, pos), SqlLiteral.createExactNumeric("1", pos));
      default -> extract(unit, time, pos);
    };
  }

  private static SqlNode extract(TimeUnit unit, SqlNode time, SqlParserPos pos) {
    return SqlStdOperatorTable.EXTRACT.createCall(
        pos, new SqlIntervalQualifier(unit, null, pos), time);
  }

  private static TimeUnit unit(SqlNode written) {
    final String name =
        written instanceof SqlLiteral literal && literal.getTypeName() == SqlTypeName.CHAR
            ? literal.getValueAs(String.class).toUpperCase(Locale.ROOT)
            : "";
    final TimeUnit unit = UNITS.getOrDefault(name, UNITS.get(name.replaceFirst("S$", "")));
    if (unit == null) {
      throw SqlMistake.at(
          written.getParserPosition(),
          "the unit of EXTRACT and DATE_PART must be one of "
              + String.join(", ", new TreeSet<>(UNITS.keySet()))
              + ", not "
              + written);
    }
    return unit;
  }
}
