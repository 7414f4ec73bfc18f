package io.github.bedrockjdbc.driver.token;

import java.util.List;
import org.apache.calcite.sql.parser.impl.Token;

/** What clients write beyond Calcite's grammar and more than one token long. */
final class TokenRewrites {
  private TokenRewrites() {}

  static List<Token> of(List<Token> written) {
    final TokenList tokens = new TokenList(written);
    NumberEnds.check(tokens);
    ForeignFunctions.check(tokens);
    PostgresForms.rewrite(tokens);
    LimitForms.rewrite(tokens);
    SourcelessFilter.rewrite(tokens);
    CharacterSets.rewrite(tokens);
    ExtractForm.rewrite(tokens);
    InfixForms.rewrite(tokens);
    IntervalLiterals.rewrite(tokens);
    ForeignForms.check(tokens);
    TypeNames.rewrite(tokens);
    ConcatOperands.rewrite(tokens);
    JoinBrackets.rewrite(tokens);
    ChainBrackets.rewrite(tokens);
    return tokens.tokens();
  }
}
