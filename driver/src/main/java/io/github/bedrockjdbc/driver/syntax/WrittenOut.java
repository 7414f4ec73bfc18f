package io.github.bedrockjdbc.driver.syntax;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.function.Choice;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlCase;

/**
 * How large expressions become where Calcite writes {@code COALESCE} and the like out as CASE, with
 * their arguments twice, and those of their arguments four times. Large ones stay calls instead;
 * what would grow all the same is refused.
 */
public final class WrittenOut extends SqlRewrite {
  /** Operators and operands of a call that Calcite may write out. */
  private static final long SMALL = 200;

  private static final long MOST = 100_000;

  private static final Set<String> PLAIN_FUNCTIONS =
      Set.of(
          "COALESCE",
          "NULLIF",
          "GREATEST",
          "LEAST",
          "UPPER",
          "LOWER",
          "TRIM",
          "CHAR_LENGTH",
          "CONCAT",
          "IFNULL",
          "NVL",
          "||");

  private static final Set<SqlKind> PLAIN_KINDS =
      Set.of(
          SqlKind.CASE,
          SqlKind.AND,
          SqlKind.OR,
          SqlKind.NOT,
          SqlKind.EQUALS,
          SqlKind.NOT_EQUALS,
          SqlKind.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL,
          SqlKind.IS_NULL,
          SqlKind.IS_NOT_NULL);

  private final IdentityHashMap<SqlNode, Long> sizes = new IdentityHashMap<>();
  private final IdentityHashMap<SqlNode, SqlNode> seen = new IdentityHashMap<>();

  /** The parser puts the value of a CASE into each of its conditions. */
  @Override
  public Void visit(SqlCall call) {
    return seen.containsKey(call) ? null : super.visit(call);
  }

  @Override
  SqlNode rewritten(SqlCall call) {
    return seen.computeIfAbsent(call, c -> measured(call));
  }

  private SqlNode measured(SqlCall call) {
    final long written = 1 + sum(call.getOperandList());
    final long resolved = resolved(call, written);
    final SqlNode kept = resolved > SMALL && resolved > written ? kept(call) : call;
    final long size = kept == call ? resolved : written;
    if (size > MOST) {
      throw new SqlFault(
          SqlState.TOO_COMPLEX,
          SqlMistake.place(call.getParserPosition())
              + "the expression has more than "
              + MOST
              + " parts once its "
              + call.getOperator().getName()
              + " is expanded: compute the nested parts in a subquery or WITH");
    }
    sizes.put(kept, size);
    return kept;
  }

  private static SqlNode kept(SqlCall call) {
    final List<SqlNode> arguments = call.getOperandList();
    final boolean isKept =
        switch (name(call)) {
          case "COALESCE", "IFNULL", "NVL" ->
              arguments.stream().skip(1).allMatch(WrittenOut::cannotFail);
          case "NULLIF" -> arguments.size() == 2;
          case "GREATEST", "LEAST" -> true;
          default -> false;
        };
    final String name = Set.of("IFNULL", "NVL").contains(name(call)) ? "COALESCE" : name(call);
    return isKept ? new Choice(name).createCall(call.getParserPosition(), arguments) : call;
  }

  /** All arguments of a call are computed, those of CASE only where they are needed. */
  private static boolean cannotFail(SqlNode node) {
    if (node instanceof SqlNodeList list) {
      return list.stream().allMatch(WrittenOut::cannotFail);
    }
    if (node instanceof SqlCall call) {
      return (PLAIN_KINDS.contains(call.getKind()) || PLAIN_FUNCTIONS.contains(name(call)))
          && call.getOperandList().stream().allMatch(o -> o == null || cannotFail(o));
    }
    return node instanceof SqlIdentifier || node instanceof SqlLiteral;
  }

  private long resolved(SqlCall call, long written) {
    final List<SqlNode> arguments = call.getOperandList();
    if (call instanceof SqlCase choice) {
      return written
          + (choice.getValueOperand() == null
              ? 2 * size(choice.getWhenOperands(), true)
              : size(choice.getValueOperand()) * choice.getWhenOperands().size());
    }
    return switch (name(call)) {
      case "COALESCE", "IFNULL", "NVL" -> 2 * written - size(arguments.get(arguments.size() - 1));
      case "NULLIF" -> written + size(arguments.get(0));
      case "GREATEST", "LEAST" -> written * (1 + arguments.size());
      case "IS DISTINCT FROM", "IS NOT DISTINCT FROM" -> 3 * written;
      default -> written;
    };
  }

  /** Conditions that are CASE again are simplified along each of its ways. */
  private long size(SqlNodeList conditions, boolean ofCase) {
    return conditions.stream()
        .filter(condition -> (condition instanceof SqlCase) == ofCase)
        .mapToLong(this::size)
        .sum();
  }

  private long sum(List<SqlNode> nodes) {
    return nodes.stream().mapToLong(this::size).sum();
  }

  private long size(SqlNode node) {
    if (node instanceof SqlNodeList list) {
      return sum(list.getList());
    }
    return node == null ? 0 : sizes.getOrDefault(node, 1L);
  }

  private static String name(SqlCall call) {
    return call.getOperator().getName().toUpperCase(Locale.ROOT);
  }
}
