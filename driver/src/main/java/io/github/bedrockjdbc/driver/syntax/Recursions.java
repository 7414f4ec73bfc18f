package io.github.bedrockjdbc.driver.syntax;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.with.WithNames;
import io.github.bedrockjdbc.driver.with.WithScopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * Puts both queries of a recursion into FROM of another, where the validator can give their columns
 * one type; and says of those that do not read themselves that they are not recursive. Refuses, as
 * PostgreSQL does, forms of which Calcite would not find the recursion.
 */
public final class Recursions extends SqlBasicVisitor<Void> {
  /** What the first query of a recursion is called in FROM. */
  public static final String SEED = "$seed";

  /** What its other query is called in FROM. */
  public static final String STEP = "$step";

  /** Changes a statement whose names of WITH are as they were made. */
  public static void prepare(SqlNode statement) {
    statement.accept(new Recursions());
  }

  @Override
  public Void visit(SqlCall call) {
    super.visit(call);
    if (call instanceof SqlWithItem query && query.recursive.booleanValue()) {
      prepare(query);
    }
    return null;
  }

  private static void prepare(SqlWithItem query) {
    final Reader reader = new Reader(query.name.getSimple());
    if (!reader.reads(query.query)) {
      query.recursive = SqlLiteral.createBoolean(false, SqlParserPos.ZERO);
      return;
    }
    final SqlNode body = WithNames.body(query.query);
    if (body.getKind() == SqlKind.ORDER_BY) {
      throw SqlMistake.at(
          body.getParserPosition(),
          "ORDER BY, LIMIT and OFFSET are not supported in the recursive query "
              + reader
              + ": write them in the query that reads it");
    }
    if (body.getKind() != SqlKind.UNION
        || reader.reads(((SqlCall) body).operand(0))
        || !reader.reads(((SqlCall) body).operand(1))) {
      throw SqlMistake.at(
          query.query.getParserPosition(),
          reader
              + " reads itself, so it must be a query that does not, UNION or UNION ALL, and one"
              + " that does: put the latter in brackets if it is a UNION");
    }
    final SqlCall union = (SqlCall) body;
    reader.check(union.operand(1));
    union.setOperand(0, inFrom(union.operand(0), SEED, query));
    union.setOperand(1, inFrom(union.operand(1), STEP, query));
  }

  private static SqlNode inFrom(SqlNode part, String name, SqlWithItem query) {
    final SqlParserPos pos = part.getParserPosition();
    final List<SqlNode> operands = new ArrayList<>(List.of(part, new SqlIdentifier(name, pos)));
    if (query.columnList != null) {
      query.columnList.forEach(column -> operands.add(column.clone(pos)));
    }
    return PlainSelect.of(
        pos, SqlIdentifier.star(pos), SqlStdOperatorTable.AS.createCall(pos, operands), null);
  }

  /** Looks for a table that is no query of an inner WITH. */
  private static final class Reader extends WithScopes<Boolean> {
    private final String name;
    private boolean isFound;

    private Reader(String name) {
      this.name = name;
    }

    boolean reads(SqlNode part) {
      isFound = false;
      if (part != null) {
        part.accept(this);
      }
      return isFound;
    }

    /** Of rows that are sought by an expression, Calcite would not know that they change. */
    private void check(SqlNode part) {
      if (part instanceof SqlSelect select) {
        checkFrom(select.getFrom());
        select.getOperandList().stream()
            .filter(clause -> clause != null && clause != select.getFrom())
            .forEach(this::checkExpression);
      } else if (part instanceof SqlWith with) {
        check(with.body);
      } else if (part.isA(SqlKind.QUERY) && part instanceof SqlCall call) {
        call.getOperandList().stream()
            .filter(inner -> inner != null && inner.isA(SqlKind.QUERY))
            .forEach(this::check);
      }
    }

    private void checkFrom(SqlNode from) {
      if (from instanceof SqlJoin join) {
        checkFrom(join.getLeft());
        checkFrom(join.getRight());
        checkExpression(join.getCondition());
      } else if (from != null && from.isA(SqlKind.QUERY)) {
        check(from);
      } else if (from instanceof SqlCall call
          && (call.getKind() == SqlKind.AS || call.getKind() == SqlKind.LATERAL)) {
        checkFrom(call.operand(0));
      }
    }

    private void checkExpression(SqlNode expression) {
      if (reads(expression)) {
        throw SqlMistake.at(
            expression.getParserPosition(),
            "the recursive query "
                + this
                + " cannot be read in a subquery of an expression: join it in FROM");
      }
    }

    @Override
    protected void table(SqlIdentifier table, Optional<Boolean> query) {
      isFound |= query.isEmpty() && table.isSimple() && table.getSimple().equals(name);
    }

    @Override
    protected Boolean ofItself(SqlWithItem query) {
      return true;
    }

    @Override
    protected Boolean looked(SqlWithItem query) {
      query.query.accept(this);
      return true;
    }

    @Override
    public String toString() {
      return "'" + name + "'";
    }
  }
}
