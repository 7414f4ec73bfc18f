package io.github.bedrockjdbc.driver.syntax;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.function.DriverFunctions;
import java.util.Objects;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlTypeNameSpec;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.util.SqlShuttle;

/**
 * Writes casts to texts of a length as what they mean in PostgreSQL. {@code CAST(x AS CHAR(n))} is
 * at most n characters, of which blanks at the end do not count: Calcite's value is padded, and
 * then equals no VARCHAR. A column of the result is padded where it is read. {@code CAST(x AS
 * VARCHAR(n))} is the first n characters: Calcite drops the cast where another follows, since it
 * takes a text without a length for a shorter one. It drops {@code CAST(x AS VARCHAR)}, too, whose
 * values are never padded: beside a CHAR, that is written as a cast to the greatest length.
 */
public final class CharCasts extends SqlShuttle {
  private static final int NO_LENGTH = Integer.MAX_VALUE;

  private final boolean hasCharacters;

  private CharCasts(boolean hasCharacters) {
    this.hasCharacters = hasCharacters;
  }

  /** The statement with its casts as they are meant. */
  public static SqlNode applied(SqlNode statement) {
    final CharacterTypes types = new CharacterTypes();
    statement.accept(types);
    return Objects.requireNonNull(statement.accept(new CharCasts(types.isFound)));
  }

  /** Whether CHAR is the type of a cast. */
  private static final class CharacterTypes extends SqlBasicVisitor<Void> {
    private boolean isFound;

    @Override
    public Void visit(SqlDataTypeSpec type) {
      isFound |= isCalled(type.getTypeNameSpec(), SqlTypeName.CHAR);
      return null;
    }
  }

  private static boolean isCalled(SqlTypeNameSpec spec, SqlTypeName type) {
    return spec.getTypeName().getSimple().equalsIgnoreCase(type.getName());
  }

  @Override
  public SqlNode visit(SqlCall call) {
    final SqlNode inner = Objects.requireNonNull(super.visit(call));
    if (isCast(inner)
        && ((SqlCall) inner).operand(1) instanceof SqlDataTypeSpec type
        && type.getTypeNameSpec() instanceof SqlBasicTypeNameSpec spec) {
      if (isCalled(spec, SqlTypeName.CHAR)) {
        return cut((SqlCall) inner, spec);
      }
      if (isCalled(spec, SqlTypeName.VARCHAR) && (spec.getPrecision() > 0 || hasCharacters)) {
        return shortened(
            (SqlCall) inner, spec.getPrecision() > 0 ? spec.getPrecision() : NO_LENGTH);
      }
    }
    return inner;
  }

  /** Literals and parameters stay what a scan understands. */
  private static SqlNode shortened(SqlCall cast, int length) {
    final SqlNode value = cast.operand(0);
    if (value instanceof SqlLiteral || value instanceof SqlDynamicParam) {
      return cast;
    }
    final SqlParserPos pos = cast.getParserPosition();
    final SqlNode text = SqlStdOperatorTable.CAST.createCall(pos, value, text(pos));
    return cast.getOperator()
        .createCall(
            pos,
            DriverFunctions.LEFT.createCall(
                pos, text, SqlLiteral.createExactNumeric(String.valueOf(length), pos)),
            cast.operand(1));
  }

  private static SqlDataTypeSpec text(SqlParserPos pos) {
    return new SqlDataTypeSpec(new SqlBasicTypeNameSpec(SqlTypeName.VARCHAR, pos), pos);
  }

  private static boolean isCast(SqlNode node) {
    return (node.getKind() == SqlKind.CAST || node.getKind() == SqlKind.SAFE_CAST)
        && ((SqlCall) node).operandCount() == 2;
  }

  private static SqlNode cut(SqlCall cast, SqlBasicTypeNameSpec spec) {
    final SqlParserPos pos = cast.getParserPosition();
    if (spec.getPrecision() == 0) {
      throw SqlMistake.at(pos, "CHAR(0) is not a type: write CHAR(n) with n of 1 or more");
    }
    return DriverFunctions.CHARACTERS.createCall(
        pos,
        SqlStdOperatorTable.CAST.createCall(pos, cast.operand(0), text(pos)),
        SqlLiteral.createExactNumeric(String.valueOf(Math.max(1, spec.getPrecision())), pos));
  }
}
