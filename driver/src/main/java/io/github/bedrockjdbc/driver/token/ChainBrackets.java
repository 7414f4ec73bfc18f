package io.github.bedrockjdbc.driver.token;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.parser.impl.Token;

/**
 * Writes brackets into long chains of AND and OR: {@code a OR (b OR c) OR d}. The parser looks
 * through all operators of a bracket whenever it has read one, some of them twice.
 */
final class ChainBrackets {
  /** Terms between two brackets. */
  private static final int TERMS = 64;

  /** What may stand within a term, beside names, literals, calls and brackets. */
  private static final Set<Integer> WITHIN_TERM =
      Set.of(
          AND,
          NOT,
          IS,
          NULL,
          TRUE,
          FALSE,
          UNKNOWN,
          LIKE,
          ILIKE,
          SIMILAR,
          TO,
          ESCAPE,
          BETWEEN,
          SYMMETRIC,
          ASYMMETRIC,
          IN,
          DATE,
          TIME,
          TIMESTAMP,
          INTERVAL,
          YEAR,
          MONTH,
          DAY,
          HOUR,
          MINUTE,
          SECOND,
          CURRENT_TIMESTAMP,
          CURRENT_DATE,
          LOCALTIMESTAMP);

  /** What is followed by a bracket and yet begins something else. */
  private static final Set<Integer> NO_CALLS =
      Set.of(
          WHERE, ON, HAVING, QUALIFY, WHEN, THEN, ELSE, SELECT, FROM, JOIN, BY, USING, OVER, WITHIN,
          FILTER, AS, UNION, INTERSECT, EXCEPT, SET_MINUS, ALL, DISTINCT, VALUES, LATERAL, UNNEST,
          OFFSET, FETCH, LIMIT, OR);

  /** Places of the operators of one chain, in one bracket. */
  private static final class Chains {
    private final List<Integer> ors = new ArrayList<>();
    private final List<Integer> ands = new ArrayList<>();
    private int betweens;
  }

  private final TokenList tokens;
  private final Set<Integer> openedAfter = new HashSet<>();
  private final Set<Integer> closedBefore = new HashSet<>();

  private ChainBrackets(TokenList tokens) {
    this.tokens = tokens;
  }

  static void rewrite(TokenList tokens) {
    if (tokens.size() > 2 * TERMS) {
      new ChainBrackets(tokens).rewrite();
    }
  }

  private void rewrite() {
    final Deque<Chains> open = new ArrayDeque<>(List.of(new Chains()));
    for (int i = 0; i < tokens.size(); i++) {
      final int kind = tokens.kind(i);
      final int nesting = kind == CASE ? 1 : kind == END ? -1 : TokenList.nesting(kind);
      if (nesting > 0) {
        open.push(new Chains());
      } else if (nesting < 0) {
        end(open.pop());
        if (open.isEmpty()) {
          return; // the parser says what is wrong
        }
      } else {
        step(open.peek(), i, kind);
      }
    }
    open.forEach(this::end);
    insert();
  }

  private void step(Chains chains, int place, int kind) {
    if (kind == OR) {
      endAnds(chains);
      chains.ors.add(place);
    } else if (kind == AND && chains.betweens == 0) {
      chains.ands.add(place);
    } else if (kind == AND) {
      chains.betweens--;
    } else if (kind == BETWEEN) {
      chains.betweens++;
    } else if (!isWithinTerm(place, kind)) {
      end(chains);
    }
  }

  private boolean isWithinTerm(int place, int kind) {
    return WITHIN_TERM.contains(kind)
        || (!SqlTokens.isKeyword(tokens.get(place)) && kind != COMMA && kind != SEMICOLON)
        || (kind == DISTINCT && tokens.kind(place - 1) != SELECT && tokens.kind(place + 1) == FROM)
        || (kind == FROM && tokens.kind(place - 1) == DISTINCT)
        || (tokens.kind(place + 1) == LPAREN && !NO_CALLS.contains(kind));
  }

  private void end(Chains chains) {
    endAnds(chains);
    group(chains.ors);
    chains.ors.clear();
  }

  private void endAnds(Chains chains) {
    group(chains.ands);
    chains.ands.clear();
    chains.betweens = 0;
  }

  /** Between two operators of a chain stand whole terms. */
  private void group(List<Integer> operators) {
    for (int i = 0; i + TERMS < operators.size(); i += TERMS) {
      openedAfter.add(operators.get(i));
      closedBefore.add(operators.get(i + TERMS));
    }
  }

  private void insert() {
    final List<Token> all = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      final Token token = tokens.get(i);
      if (closedBefore.contains(i)) {
        all.add(TokenList.token(RPAREN, ")", token));
      }
      all.add(token);
      if (openedAfter.contains(i)) {
        all.add(TokenList.token(LPAREN, "(", token));
      }
    }
    tokens.replace(0, tokens.size(), all);
  }
}
