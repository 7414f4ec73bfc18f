package io.github.bedrockjdbc.driver;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The results of one statement that are open: of its last query, and those kept before it. */
final class OpenResults {
  private final Set<BedrockResultSet> queries = ConcurrentHashMap.newKeySet();
  private final Set<BedrockResultSet> keys = ConcurrentHashMap.newKeySet();

  void addQuery(BedrockResultSet result) {
    queries.add(result);
  }

  /** The keys that were generated are no result of their own: nothing ends with them. */
  void addKeys(BedrockResultSet result) {
    keys.add(result);
  }

  /** Whether the last query's result went with it. */
  boolean remove(BedrockResultSet result) {
    keys.remove(result);
    return queries.remove(result) && queries.isEmpty();
  }

  /** Closes them, which does not end the statement. */
  void closeAll() {
    for (Set<BedrockResultSet> results : List.of(queries, keys)) {
      results.forEach(BedrockResultSet::release);
      results.clear();
    }
  }
}
