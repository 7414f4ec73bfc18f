package io.github.bedrockjdbc.driver.syntax;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * Puts joins in brackets that have a LATERAL to the left of what they are joined with: {@code a
 * LEFT JOIN (b JOIN LATERAL …) ON …} becomes {@code (b JOIN LATERAL …) RIGHT JOIN a ON …}. Calcite
 * counts the tables that a LATERAL sees from the first one of FROM, and would read other columns.
 */
public final class NestedLaterals extends SqlBasicVisitor<Void> {
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
      case JOIN -> hasLateral(((SqlJoin) from).getLeft()) || hasLateral(((SqlJoin) from).getRight());
      case AS -> hasLateral(((SqlCall) from).operand(0));
      case LATERAL, UNNEST -> true;
      default -> false;
    };
  }

  private static SqlNode ordered(SqlNode from) {
    if (!(from instanceof SqlJoin join)) {
      return from;
    }
    final SqlNode left = ordered(join.getLeft());
    final SqlNode right = ordered(join.getRight());
    final boolean isSwapped = right instanceof SqlJoin && hasLateral(right);
    if (isSwapped && hasLateral(left)) {
      throw refused(right, "LATERAL on both sides of a join");
    }
    return new SqlJoin(
        join.getParserPosition(),
        isSwapped ? right : left,
        SqlLiteral.createBoolean(join.isNatural(), join.getParserPosition()),
        (isSwapped ? swapped(join.getJoinType()) : join.getJoinType())
            .symbol(join.getParserPosition()),
        isSwapped ? left : right,
        join.getConditionType().symbol(join.getParserPosition()),
        join.getCondition());
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
      final boolean mergesColumns =
          join.isNatural()
              || (join.getCondition() instanceof SqlNodeList); // the columns of USING
      if (mergesColumns) {
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
