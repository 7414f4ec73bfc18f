package io.github.bedrockjdbc.driver.validate;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.validate.SqlValidatorImpl;

/**
 * What joins that make one of two columns do to those around them. It puts the common columns of
 * NATURAL in the order of {@code *} of the left side, and refuses to join by a column that a RIGHT
 * or FULL JOIN has made of two: Calcite would compare that of the left side, which is NULL in the
 * rows that only the right side has.
 */
final class MergedColumns {
  private MergedColumns() {}

  static void check(SqlJoin join) {
    if (merges(join) && (isMerged(join.getLeft(), join) || isMerged(join.getRight(), join))) {
      throw SqlMistake.at(
          join.getParserPosition(),
          "a column of USING or NATURAL after a RIGHT or FULL JOIN that has it, too, is not"
              + " supported: write ON, such as ON COALESCE(a.x, b.x) = c.x");
    }
  }

  /** Calcite has them in the order of the tables, whatever was joined before. */
  static List<String> inOrder(List<String> common, SqlJoin join, SqlValidatorImpl validator) {
    if (!join.isNatural() || !(join.getLeft() instanceof SqlJoin left)) {
      return common;
    }
    return columns(left, validator).filter(common::contains).distinct().toList();
  }

  private static Stream<String> columns(SqlNode from, SqlValidatorImpl validator) {
    if (!(from instanceof SqlJoin join)) {
      return validator.getNamespace(from).getRowType().getFieldNames().stream();
    }
    final Stream<String> both =
        Stream.of(join.getLeft(), join.getRight()).flatMap(side -> columns(side, validator));
    return merges(join) ? Stream.concat(validator.usingNames(join).stream(), both) : both;
  }

  private static boolean isMerged(SqlNode from, SqlJoin by) {
    return from instanceof SqlJoin join
        && ((merges(join) && keepsRight(join) && shares(join, by))
            || isMerged(join.getLeft(), by)
            || isMerged(join.getRight(), by));
  }

  private static boolean merges(SqlJoin join) {
    return join.isNatural() || join.getConditionType() == JoinConditionType.USING;
  }

  private static boolean keepsRight(SqlJoin join) {
    return switch (join.getJoinType()) {
      case RIGHT, FULL -> true;
      default -> false;
    };
  }

  /** Whether they may have a column in common. */
  private static boolean shares(SqlJoin join, SqlJoin other) {
    return join.isNatural()
        || other.isNatural()
        || columns(join).stream().anyMatch(columns(other)::contains);
  }

  private static Set<String> columns(SqlJoin join) {
    return ((SqlNodeList) join.getCondition())
        .stream()
            .map(column -> column.toString().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
  }
}
