package io.github.bedrockjdbc.driver.syntax;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * Puts joins in brackets that have a LATERAL to the left of what they are joined with: {@code a
 * LEFT JOIN (b JOIN LATERAL …) ON …} becomes {@code (b JOIN LATERAL …) RIGHT JOIN a ON …}, or puts
 * one join after the other where both sides have one. Calcite counts the tables that a LATERAL sees
 * from the first one of FROM, and would read other columns.
 */
public final class NestedLaterals extends SqlBasicVisitor<Void> {
  private static final Set<JoinType> IN_A_ROW =
      EnumSet.of(JoinType.INNER, JoinType.CROSS, JoinType.COMMA);

  @Override
  public Void visit(SqlCall call) {
    super.visit(call);
    if (call instanceof SqlSelect select && isNested(select.getFrom())) {
      select.setSelectList(withoutStars(select.getSelectList(), select.getFrom()));
      select.setFrom(ordered(select.getFrom()));
    }
    return null;
  }

  private static boolean isNested(SqlNode from) {
    return from instanceof SqlJoin join
        && ((join.getRight() instanceof SqlJoin && hasLateral(join.getRight()))
            || isNested(join.getLeft())
            || isNested(join.getRight()));
  }

  private static boolean hasLateral(SqlNode from) {
    return switch (from.getKind()) {
      case JOIN ->
          hasLateral(((SqlJoin) from).getLeft()) || hasLateral(((SqlJoin) from).getRight());
      case AS -> hasLateral(((SqlCall) from).operand(0));
      case LATERAL, UNNEST -> true;
      default -> false;
    };
  }

  private static SqlNode ordered(SqlNode from) {
    return from instanceof SqlJoin join
        ? joined(ordered(join.getLeft()), join, ordered(join.getRight()))
        : from;
  }

  private static SqlNode joined(SqlNode left, SqlJoin join, SqlNode right) {
    if (!(right instanceof SqlJoin nested && hasLateral(right))) {
      return join(join, left, join.getJoinType(), right);
    }
    if (!hasLateral(left)) {
      return join(join, right, swapped(join.getJoinType()), left);
    }
    if (!IN_A_ROW.contains(join.getJoinType()) || join.isNatural() || isUsing(join)) {
      throw refused(right, "LATERAL on both sides of such a join");
    }
    final SqlNode product = product(left, join, nested);
    return join.getCondition() == null ? product : filtered(product, join);
  }

  /** All pairs of rows, with the joins of the right side one after the other. */
  private static SqlNode product(SqlNode left, SqlJoin place, SqlNode right) {
    if (right instanceof SqlJoin nested && hasLateral(right)) {
      final boolean canFollow =
          IN_A_ROW.contains(nested.getJoinType()) || nested.getJoinType() == JoinType.LEFT;
      if (!canFollow || nested.isNatural() || isUsing(nested)) {
        throw refused(right, "LATERAL on both sides of such a join");
      }
      return joined(product(left, place, nested.getLeft()), nested, nested.getRight());
    }
    final SqlParserPos pos = place.getParserPosition();
    return new SqlJoin(
        pos,
        left,
        SqlLiteral.createBoolean(false, pos),
        JoinType.CROSS.symbol(pos),
        right,
        JoinConditionType.NONE.symbol(pos),
        null);
  }

  /** The condition comes last, upon a table of one row. */
  private static SqlNode filtered(SqlNode product, SqlJoin join) {
    final SqlParserPos pos = join.getParserPosition();
    final SqlNode row =
        SqlStdOperatorTable.VALUES.createCall(
            pos, SqlStdOperatorTable.ROW.createCall(pos, SqlLiteral.createExactNumeric("0", pos)));
    return new SqlJoin(
        pos,
        product,
        SqlLiteral.createBoolean(false, pos),
        JoinType.INNER.symbol(pos),
        SqlStdOperatorTable.AS.createCall(
            pos,
            row,
            new SqlIdentifier("$condition" + pos.getColumnNum(), pos),
            new SqlIdentifier("$zero", pos)),
        JoinConditionType.ON.symbol(pos),
        join.getCondition());
  }

  private static SqlJoin join(SqlJoin like, SqlNode left, JoinType type, SqlNode right) {
    final SqlParserPos pos = like.getParserPosition();
    return new SqlJoin(
        pos,
        left,
        SqlLiteral.createBoolean(like.isNatural(), pos),
        type.symbol(pos),
        right,
        like.getConditionType().symbol(pos),
        like.getCondition());
  }

  private static boolean isUsing(SqlJoin join) {
    return join.getConditionType() == JoinConditionType.USING;
  }

  private static JoinType swapped(JoinType type) {
    return switch (type) {
      case LEFT -> JoinType.RIGHT;
      case RIGHT -> JoinType.LEFT;
      default -> type;
    };
  }

  /** A star gives the columns in the order in which the tables are written. */
  private static SqlNodeList withoutStars(SqlNodeList columns, SqlNode from) {
    final SqlNodeList all = new SqlNodeList(columns.getParserPosition());
    for (SqlNode column : columns) {
      if (column instanceof SqlIdentifier star && star.isStar() && star.names.size() == 1) {
        final List<SqlNode> stars = new ArrayList<>();
        addStars(from, stars);
        all.addAll(stars);
      } else {
        all.add(column);
      }
    }
    return all;
  }

  private static void addStars(SqlNode from, List<SqlNode> stars) {
    if (from instanceof SqlJoin join) {
      if (join.isNatural() || isUsing(join)) {
        throw refused(from, "SELECT * from a NATURAL or USING join beside a LATERAL in brackets");
      }
      addStars(join.getLeft(), stars);
      addStars(join.getRight(), stars);
      return;
    }
    if (from.getKind() == SqlKind.AS) {
      stars.add(star(((SqlCall) from).operand(1)));
    } else if (from instanceof SqlIdentifier table) {
      stars.add(star(table));
    } else {
      throw refused(from, "SELECT * from a table without a name beside a LATERAL in brackets");
    }
  }

  private static SqlIdentifier star(SqlIdentifier table) {
    return SqlIdentifier.star(
        List.of(table.names.get(table.names.size() - 1), ""),
        table.getParserPosition(),
        List.of(table.getParserPosition(), table.getParserPosition()));
  }

  private static RuntimeException refused(SqlNode place, String what) {
    return SqlMistake.at(
        place.getParserPosition(),
        what
            + " is not supported: write what stands in brackets as a subquery, (SELECT … FROM …)"
            + " AS name");
  }
}
