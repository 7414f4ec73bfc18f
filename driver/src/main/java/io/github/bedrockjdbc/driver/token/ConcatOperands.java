package io.github.bedrockjdbc.driver.token;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.parser.impl.Token;

/**
 * Writes brackets around sums and products beside {@code ||}, which binds less tightly, as in
 * PostgreSQL: {@code 'n=' || 7 - 4}. In Calcite it binds as {@code *} does.
 */
final class ConcatOperands {
  private static final Set<Integer> SIGNS = Set.of(PLUS, MINUS);
  private static final Set<Integer> ARITHMETIC =
      Set.of(PLUS, MINUS, STAR, SLASH, PERCENT_REMAINDER);

  /** After these, a sign is that of what follows. */
  private static final Set<Integer> OPERATORS =
      Set.of(CONCAT, PLUS, MINUS, STAR, SLASH, PERCENT_REMAINDER, EQ, NE, NE2, GT, LT, GE, LE);

  /** Tokens from the first to the last. */
  private record Operand(int first, int last) {}

  private final TokenList tokens;
  private final Primaries primaries;
  private final Set<Operand> operands = new LinkedHashSet<>();

  private ConcatOperands(TokenList tokens) {
    this.tokens = tokens;
    this.primaries = new Primaries(tokens);
  }

  static void rewrite(TokenList tokens) {
    final ConcatOperands found = new ConcatOperands(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i) == CONCAT) {
        found.before(i);
        found.after(i);
      }
    }
    if (!found.operands.isEmpty()) {
      found.insert();
    }
  }

  private void before(int concat) {
    int first = primaries.start(concat - 1);
    boolean isBinary = false;
    while (first > 0 && ARITHMETIC.contains(tokens.kind(first - 1))) {
      final int left = OPERATORS.contains(tokens.kind(first - 2)) ? -1 : primaries.start(first - 2);
      isBinary |= left >= 0;
      first = left < 0 ? first - 1 : left; // without an operand before it, it is a sign
    }
    if (isBinary) {
      operands.add(new Operand(first, concat - 1));
    }
  }

  private void after(int concat) {
    int last = primary(concat + 1);
    boolean isBinary = false;
    while (last >= 0 && ARITHMETIC.contains(tokens.kind(last + 1))) {
      final int right = primary(last + 2);
      if (right < 0) {
        return; // the parser says what is wrong
      }
      isBinary = true;
      last = right;
    }
    if (isBinary) {
      operands.add(new Operand(concat + 1, last));
    }
  }

  /** Where one that may have signs ends; -1 if none begins there. */
  private int primary(int first) {
    int start = first;
    while (SIGNS.contains(tokens.kind(start))) {
      start++;
    }
    return primaries.end(start);
  }

  private void insert() {
    final int[] opened = new int[tokens.size()];
    final int[] closed = new int[tokens.size()];
    for (Operand operand : operands) {
      opened[operand.first]++;
      closed[operand.last]++;
    }
    final List<Token> all = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      final Token token = tokens.get(i);
      all.addAll(Collections.nCopies(opened[i], TokenList.token(LPAREN, "(", token)));
      all.add(token);
      all.addAll(Collections.nCopies(closed[i], TokenList.token(RPAREN, ")", token)));
    }
    tokens.replace(0, tokens.size(), all);
  }
}
