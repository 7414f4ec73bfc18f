package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlValidator;

/** A function that says in another word what others can say. */
final class OtherWord extends SqlFunction {
  /** As in {@code CONCAT}, whose number of arguments is not bounded. */
  private static final int ANY_NUMBER = Integer.MAX_VALUE;

  private final int fewest;
  private final int most;
  private final BiFunction<List<SqlNode>, SqlParserPos, SqlNode> meaning;

  private OtherWord(
      String name, int fewest, int most, BiFunction<List<SqlNode>, SqlParserPos, SqlNode> meaning) {
    super(
        name,
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.ARG0_NULLABLE,
        null,
        OperandTypes.VARIADIC,
        SqlFunctionCategory.USER_DEFINED_FUNCTION);
    this.fewest = fewest;
    this.most = most;
    this.meaning = meaning;
  }

  static List<SqlOperator> all() {
    return List.of(
        new OtherWord("NOW", 0, 0, (x, pos) -> call(SqlStdOperatorTable.CURRENT_TIMESTAMP, pos)),
        new OtherWord("DATE", 1, 1, (x, pos) -> cast(x.get(0), SqlTypeName.DATE, pos)),
        new OtherWord("IFNULL", 2, 2, (x, pos) -> call(SqlStdOperatorTable.COALESCE, pos, x)),
        new OtherWord("NVL", 2, 2, (x, pos) -> call(SqlStdOperatorTable.COALESCE, pos, x)),
        new OtherWord("STRPOS", 2, 2, (x, pos) -> position(x.get(1), x.get(0), pos)),
        new OtherWord("LCASE", 1, 1, (x, pos) -> call(SqlStdOperatorTable.LOWER, pos, x)),
        new OtherWord("UCASE", 1, 1, (x, pos) -> call(SqlStdOperatorTable.UPPER, pos, x)),
        new OtherWord("SUBSTR", 2, 3, (x, pos) -> call(SqlStdOperatorTable.SUBSTRING, pos, x)),
        new OtherWord("LENGTH", 1, 1, (x, pos) -> call(SqlStdOperatorTable.CHAR_LENGTH, pos, x)),
        new OtherWord("POW", 2, 2, (x, pos) -> call(SqlStdOperatorTable.POWER, pos, x)),
        new OtherWord("TRUNC", 1, 2, (x, pos) -> call(Rounding.TRUNCATE, pos, x)),
        new OtherWord("LOG", 1, 2, OtherWord::log),
        new OtherWord(
            "LOCATE",
            2,
            3,
            (x, pos) ->
                x.size() == 2
                    ? position(x.get(0), x.get(1), pos)
                    : call(SqlStdOperatorTable.POSITION, pos, x)),
        new OtherWord(
            "INSTR",
            2,
            4,
            (x, pos) ->
                x.size() == 2
                    ? position(x.get(1), x.get(0), pos)
                    : call(DriverFunctions.OCCURRENCE, pos, withOne(x, pos))),
        new OtherWord("CONCAT", 1, ANY_NUMBER, (x, pos) -> joined(withoutNulls(x, pos), pos)),
        new OtherWord("CONCAT_WS", 2, ANY_NUMBER, OtherWord::separated));
  }

  @Override
  public SqlNode rewriteCall(SqlValidator validator, SqlCall call) {
    if (call.operandCount() < fewest || call.operandCount() > most) {
      throw SqlMistake.at(
          call.getParserPosition(),
          getName()
              + " takes "
              + (most == ANY_NUMBER
                  ? fewest + " or more"
                  : fewest == most ? fewest : fewest + " to " + most)
              + (fewest == 1 && most == 1 ? " argument" : " arguments"));
    }
    return meaning.apply(call.getOperandList(), call.getParserPosition());
  }

  private static SqlNode call(SqlOperator operator, SqlParserPos pos, List<SqlNode> arguments) {
    return operator.createCall(pos, arguments);
  }

  private static SqlNode call(SqlOperator operator, SqlParserPos pos, SqlNode... arguments) {
    return operator.createCall(pos, arguments);
  }

  private static SqlNode position(SqlNode part, SqlNode text, SqlParserPos pos) {
    return call(SqlStdOperatorTable.POSITION, pos, part, text);
  }

  private static SqlNode log(List<SqlNode> arguments, SqlParserPos pos) {
    return arguments.size() == 1
        ? call(SqlStdOperatorTable.LOG10, pos, arguments)
        : call(
            SqlStdOperatorTable.DIVIDE,
            pos,
            call(SqlStdOperatorTable.LN, pos, arguments.get(1)),
            call(SqlStdOperatorTable.LN, pos, arguments.get(0)));
  }

  private static List<SqlNode> withOne(List<SqlNode> arguments, SqlParserPos pos) {
    final List<SqlNode> all = new ArrayList<>(arguments);
    if (all.size() == 3) {
      all.add(SqlLiteral.createExactNumeric("1", pos));
    }
    return all;
  }

  private static SqlNode separated(List<SqlNode> arguments, SqlParserPos pos) {
    final SqlNode separator = arguments.get(0);
    final List<SqlNode> parts = new ArrayList<>();
    for (SqlNode part : arguments.subList(1, arguments.size())) {
      parts.add(call(SqlStdOperatorTable.CONCAT, pos, separator, text(part, pos)));
    }
    return call(
        SqlStdOperatorTable.SUBSTRING,
        pos,
        joined(withoutNulls(parts, pos), pos),
        call(
            SqlStdOperatorTable.PLUS,
            pos,
            call(SqlStdOperatorTable.CHAR_LENGTH, pos, separator),
            SqlLiteral.createExactNumeric("1", pos)));
  }

  private static List<SqlNode> withoutNulls(List<SqlNode> parts, SqlParserPos pos) {
    return parts.stream()
        .map(
            part ->
                call(
                    SqlStdOperatorTable.COALESCE,
                    pos,
                    text(part, pos),
                    SqlLiteral.createCharString("", pos)))
        .toList();
  }

  private static SqlNode text(SqlNode value, SqlParserPos pos) {
    return cast(value, SqlTypeName.VARCHAR, pos);
  }

  private static SqlNode cast(SqlNode value, SqlTypeName type, SqlParserPos pos) {
    return call(
        SqlStdOperatorTable.CAST,
        pos,
        value,
        new SqlDataTypeSpec(new SqlBasicTypeNameSpec(type, pos), pos));
  }

  private static SqlNode joined(List<SqlNode> parts, SqlParserPos pos) {
    return parts.stream()
        .reduce((left, right) -> call(SqlStdOperatorTable.CONCAT, pos, left, right))
        .orElseThrow();
  }
}
