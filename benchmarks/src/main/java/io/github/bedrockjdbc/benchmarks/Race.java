package io.github.bedrockjdbc.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ways to do the same, measured in turn, so that whatever else keeps the machine busy meets all of
 * them. What counts is how their medians compare.
 */
final class Race {
  private final Map<String, Work> works = new LinkedHashMap<>();

  Race with(String name, Work work) {
    works.put(name, work);
    return this;
  }

  /**
   * Median milliseconds of each.
   *
   * @param warmUps rounds that are not counted
   */
  Map<String, Double> run(int warmUps, int rounds) throws Exception {
    final Map<String, List<Double>> times = new LinkedHashMap<>();
    works.keySet().forEach(name -> times.put(name, new ArrayList<>()));
    for (int round = -warmUps; round < rounds; round++) {
      final Map<Long, String> counts = new LinkedHashMap<>();
      for (Map.Entry<String, Work> each : works.entrySet()) {
        final long start = System.nanoTime();
        final long count = each.getValue().run();
        final double millis = (System.nanoTime() - start) / 1e6;
        counts.put(count, each.getKey());
        if (round >= 0) {
          times.get(each.getKey()).add(millis);
        }
      }
      if (counts.size() > 1) {
        throw new IllegalStateException("not the same work: " + counts);
      }
    }
    final Map<String, Double> medians = new LinkedHashMap<>();
    times.forEach((name, all) -> medians.put(name, median(all)));
    return medians;
  }

  static double median(List<Double> values) {
    final List<Double> sorted = values.stream().sorted().toList();
    final int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
