package io.github.bedrockjdbc.driver.token;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.calcite.sql.parser.impl.Token;

/**
 * Writes brackets around joins that the parser would read from left to right: a join before the ON
 * of another one is its operand, as in {@code a JOIN b CROSS JOIN c ON …} and {@code a JOIN b JOIN
 * c ON … ON …}, and joins bind more tightly than commas, as in {@code a, b RIGHT JOIN c ON …}.
 */
final class JoinBrackets {
  private static final Set<Integer> ENDS_FROM =
      Set.of(
          SELECT, WHERE, GROUP, HAVING, QUALIFY, WINDOW, ORDER, LIMIT, OFFSET, FETCH, UNION,
          INTERSECT, EXCEPT, SET_MINUS, SEMICOLON);

  /** A join whose condition is still to come. */
  private static final class Open {
    private final int operand;
    private boolean hasJoin;

    private Open(int operand) {
      this.operand = operand;
    }
  }

  /** What stands between two brackets. */
  private static final class Level {
    private final Deque<Open> joins = new ArrayDeque<>();
    private int element;
    private boolean isAfterComma;
    private boolean bindsTightly;

    private Level(int element) {
      this.element = element;
    }
  }

  private final TokenList tokens;
  private final Map<Integer, Integer> openedBefore = new TreeMap<>();
  private final Map<Integer, Integer> closedBefore = new TreeMap<>();

  private JoinBrackets(TokenList tokens) {
    this.tokens = tokens;
  }

  static void rewrite(TokenList tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i) == JOIN) {
        new JoinBrackets(tokens).rewrite();
        return;
      }
    }
  }

  private void rewrite() {
    final Deque<Level> levels = new ArrayDeque<>(List.of(new Level(0)));
    for (int i = 0; i < tokens.size(); i++) {
      final int nesting = TokenList.nesting(tokens.kind(i));
      if (nesting > 0) {
        levels.push(new Level(i + 1));
      } else if (nesting < 0) {
        end(levels.pop(), i);
        if (levels.isEmpty()) {
          return; // the parser says what is wrong
        }
      } else {
        step(levels.peek(), i);
      }
    }
    levels.forEach(level -> end(level, tokens.size()));
    if (!openedBefore.isEmpty()) {
      insert();
    }
  }

  private void step(Level level, int place) {
    final int kind = tokens.kind(place);
    if (kind == JOIN) {
      join(level, place);
    } else if (kind == ON || (kind == USING && tokens.kind(place + 1) == LPAREN)) {
      level.bindsTightly |= kind == USING;
      if (!level.joins.isEmpty()) {
        final Open join = level.joins.pop();
        if (join.hasJoin) {
          bracket(join.operand, place);
        }
      }
    } else if (kind == COMMA) {
      end(level, place);
      level.element = place + 1;
      level.isAfterComma = true;
    } else if (kind == FROM && tokens.kind(place - 1) != DISTINCT) {
      end(level, place);
      level.element = place + 1;
    } else if (ENDS_FROM.contains(kind)) {
      end(level, place);
    }
  }

  private void join(Level level, int place) {
    final int type = tokens.kind(tokens.kind(place - 1) == OUTER ? place - 2 : place - 1);
    final boolean isNatural =
        tokens.kind(place - 1) == NATURAL
            || tokens.kind(place - 2) == NATURAL
            || (tokens.kind(place - 1) == OUTER && tokens.kind(place - 3) == NATURAL);
    if (!level.joins.isEmpty()) {
      level.joins.peek().hasJoin = true;
    }
    level.bindsTightly |= isNatural || type == RIGHT || type == FULL;
    if (!isNatural && type != CROSS) {
      level.joins.push(new Open(place + 1));
    }
  }

  private void end(Level level, int place) {
    if (level.isAfterComma && level.bindsTightly && level.joins.isEmpty()) {
      bracket(level.element, place);
    }
    level.joins.clear();
    level.isAfterComma = false;
    level.bindsTightly = false;
  }

  private void bracket(int from, int to) {
    openedBefore.merge(from, 1, Integer::sum);
    closedBefore.merge(to, 1, Integer::sum);
  }

  private void insert() {
    final List<Token> all = new ArrayList<>();
    for (int i = 0; i <= tokens.size(); i++) {
      final Token place = tokens.get(Math.min(i, tokens.size() - 1));
      add(all, closedBefore.getOrDefault(i, 0), TokenList.token(RPAREN, ")", place));
      add(all, openedBefore.getOrDefault(i, 0), TokenList.token(LPAREN, "(", place));
      if (i < tokens.size()) {
        all.add(place);
      }
    }
    tokens.replace(0, tokens.size(), all);
  }

  private static void add(List<Token> all, int times, Token like) {
    for (int i = 0; i < times; i++) {
      all.add(TokenList.token(like.kind, like.image, like));
    }
  }
}
