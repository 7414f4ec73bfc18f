package io.github.bedrockjdbc.driver.aggregate;

import java.util.LinkedHashMap;
import java.util.Map;

/** The most frequent value; of several, the one that came first. */
final class ModeAccumulator implements Accumulator {
  private final Map<GroupKey, Integer> counts = new LinkedHashMap<>();
  private final Map<GroupKey, Object> values = new LinkedHashMap<>();

  @Override
  public void add(Object[] arguments) {
    final GroupKey key = GroupKey.of(arguments);
    counts.merge(key, 1, Integer::sum);
    values.putIfAbsent(key, arguments[0]);
  }

  @Override
  public Object result() {
    int most = 0;
    Object mode = null;
    for (Map.Entry<GroupKey, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        most = entry.getValue();
        mode = values.get(entry.getKey());
      }
    }
    return mode;
  }
}
