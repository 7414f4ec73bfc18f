package io.github.bedrockjdbc.examples;

import static io.github.bedrockjdbc.examples.Rows.count;
import static io.github.bedrockjdbc.examples.Rows.grouped;
import static io.github.bedrockjdbc.examples.Rows.last;
import static io.github.bedrockjdbc.examples.Rows.row;
import static io.github.bedrockjdbc.examples.Rows.sorted;
import static io.github.bedrockjdbc.examples.Rows.sum;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the queries on tokens and models should answer.
 *
 * @param models by their ARN: name, lifecycle status and end of life
 * @param profiles the ARN of the model, by that of the profile
 * @param prices of a million tokens, by model and direction, such as {@code m input}
 */
record TokenAnswers(
    Map<String, List<Object>> models,
    Map<String, String> profiles,
    Map<String, BigDecimal> prices) {

  List<List<Object>> byModel(List<Facts> jobs) {
    final List<List<Object>> rows =
        grouped(
            jobs.stream().filter(each -> each.isWithinDays(90)),
            each -> row(each.model()),
            TokenAnswers::tokens);
    final List<List<Object>> known = rows.stream().filter(each -> each.get(3) != null).toList();
    final List<List<Object>> unknown = rows.stream().filter(each -> each.get(3) == null).toList();
    return joined(sorted(known, -4, 1), sorted(unknown, 1));
  }

  List<List<Object>> byTeamAndMonth(List<Facts> jobs) {
    return sorted(
        grouped(
            jobs.stream().filter(each -> each.isWithinDays(90)),
            each -> row(each.team(), each.month()),
            TokenAnswers::tokens),
        -2,
        1);
  }

  List<List<Object>> cost(List<Facts> jobs) {
    final List<List<Object>> rows =
        grouped(
            jobs.stream().filter(each -> each.isWithinDays(90)),
            each -> row(each.month(), modelOf(each)),
            TokenAnswers::tokens);
    final Map<Boolean, List<List<Object>>> priced = new HashMap<>();
    for (final List<Object> each : rows) {
      final List<Object> more = new ArrayList<>(each);
      final BigDecimal in = estimate((Long) each.get(4), prices.get(each.get(1) + " input"));
      final BigDecimal out = estimate((Long) each.get(5), prices.get(each.get(1) + " output"));
      more.add(in == null || out == null ? null : in.add(out).setScale(2, RoundingMode.HALF_UP));
      priced.computeIfAbsent(more.get(6) == null, key -> new ArrayList<>()).add(more);
    }
    return sortedByMonth(
        joined(
            sorted(priced.getOrDefault(false, List.of()), -7, 2),
            sorted(priced.getOrDefault(true, List.of()), 2)));
  }

  List<List<Object>> nearEnd(List<Facts> jobs) {
    return sorted(
        grouped(
                jobs.stream().filter(each -> each.isWithinDays(90)),
                each -> {
                  final List<Object> key =
                      new ArrayList<>(models.getOrDefault(modelArn(each), row(null, null, null)));
                  key.add(each.job().region());
                  return key;
                },
                all ->
                    row(
                        (long) all.size(),
                        count(all, each -> profiles.containsKey(each.job().modelId())),
                        last(all)))
            .stream()
            .filter(each -> each.get(2) instanceof Instant)
            .toList(),
        3,
        1,
        4);
  }

  private static List<Object> tokens(List<Facts> all) {
    return row(
        (long) all.size(),
        count(all, Facts::isCounted),
        sum(all, Facts::inputTokens),
        sum(all, Facts::outputTokens));
  }

  private String modelArn(Facts each) {
    return profiles.getOrDefault(each.job().modelId(), each.job().modelId());
  }

  private String modelOf(Facts each) {
    final String arn = profiles.get(each.job().modelId());
    return arn == null ? each.model() : arn.substring(arn.indexOf('/') + 1);
  }

  private static BigDecimal estimate(Long tokens, BigDecimal price) {
    if (tokens != null && tokens == 0) {
      return BigDecimal.ZERO;
    }
    return tokens == null || price == null
        ? null
        : price.multiply(BigDecimal.valueOf(tokens)).movePointLeft(6);
  }

  private static List<List<Object>> sortedByMonth(List<List<Object>> rows) {
    return sorted(rows, -1);
  }

  private static List<List<Object>> joined(List<List<Object>> some, List<List<Object>> others) {
    final List<List<Object>> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
