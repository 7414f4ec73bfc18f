package io.github.bedrockjdbc.driver.token;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;

import io.github.bedrockjdbc.driver.naming.ExtractCalls;
import java.util.Locale;
import org.apache.calcite.sql.parser.impl.Token;

/** {@code EXTRACT(unit FROM t)} is a function as {@code DATE_PART('unit', t)}, with its units. */
final class ExtractForm {
  private ExtractForm() {}

  static void rewrite(TokenList tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isAt(i, EXTRACT, LPAREN) && tokens.kind(i + 3) == FROM) {
        final Token unit = tokens.get(i + 2);
        tokens.get(i).kind = IDENTIFIER;
        tokens.get(i).image = ExtractCalls.NAME;
        if (unit.kind != QUOTED_STRING) {
          unit.image = "'" + tokens.word(i + 2).toLowerCase(Locale.ROOT) + "'";
          unit.kind = QUOTED_STRING;
        }
        tokens.get(i + 3).kind = COMMA;
        tokens.get(i + 3).image = ",";
      }
    }
  }
}
