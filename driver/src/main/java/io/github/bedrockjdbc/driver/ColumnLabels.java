package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.adapter.config.Suggestion;
import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.value.OutputColumn;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Finds a column by label, else by name: without regard to case, the first that matches. */
final class ColumnLabels {
  private final Map<String, Integer> byFolded = new LinkedHashMap<>();

  /** The spellings asked for so far; folding a label costs more than finding it. */
  private final Map<String, Integer> asked = new HashMap<>();

  ColumnLabels(List<OutputColumn> columns) {
    add(columns, OutputColumn::label);
    add(columns, OutputColumn::name);
  }

  private void add(List<OutputColumn> columns, Function<OutputColumn, String> name) {
    for (int i = 0; i < columns.size(); i++) {
      byFolded.putIfAbsent(folded(name.apply(columns.get(i))), i + 1);
    }
  }

  /** The column's number, from 1. */
  int indexOf(String label) throws SQLException {
    final Integer known = asked.get(label);
    if (known != null) {
      return known;
    }
    final Integer index = label == null ? null : byFolded.get(folded(label));
    if (index == null) {
      throw unknown(label);
    }
    asked.put(label, index);
    return index;
  }

  private SQLException unknown(String label) {
    final String hint =
        label == null
            ? ""
            : Suggestion.to(label, byFolded.keySet())
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("");
    return SqlErrors.of(SqlState.UNKNOWN_COLUMN, "the result has no column " + label + hint);
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
