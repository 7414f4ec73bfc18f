package io.github.bedrockjdbc.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tokens by model and by team, read once for both.
 *
 * @param byModel a row for each, as the template's list takes it; none if no manifest was read
 * @param byTeam the same; none if no tags may be read
 * @param note what is left out, in words for readers
 */
record Tokens(List<Map<String, ?>> byModel, List<Map<String, ?>> byTeam, String note) {
  /** Rows of a table: both tables have to fit one page of paper. */
  private static final int MOST = 20;

  private static final String SQL =
      """
      SELECT
        model,
        COALESCE(JSON_VALUE(tags, '$.team'), 'no team') AS team,
        usage_state,
        tags_state,
        COUNT(*) AS jobs,
        SUM(input_tokens) AS input_tokens,
        SUM(output_tokens) AS output_tokens
      FROM job_details
      WHERE submit_time >= ? AND submit_time < ?
      GROUP BY 1, 2, 3, 4
      """;

  static Tokens of(Connection connection, Period period) throws SQLException {
    final List<Part> parts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setObject(1, LocalDateTime.ofInstant(period.from(), ZoneOffset.UTC));
      statement.setObject(2, LocalDateTime.ofInstant(period.until(), ZoneOffset.UTC));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          parts.add(Part.of(rows));
        }
      }
    }
    final List<Part> read = parts.stream().filter(part -> part.usage().equals("read")).toList();
    final boolean haveTeams = parts.stream().noneMatch(part -> part.tags().equals("denied"));
    return new Tokens(
        rows(read, true), haveTeams ? rows(read, false) : List.of(), note(parts, haveTeams));
  }

  private static List<Map<String, ?>> rows(List<Part> parts, boolean areOfModels) {
    final Map<String, Part> sums = new HashMap<>();
    parts.forEach(part -> sums.merge(areOfModels ? part.model() : part.team(), part, Part::plus));
    final List<Map.Entry<String, Part>> sorted =
        sums.entrySet().stream()
            .sorted(
                Map.Entry.<String, Part>comparingByValue(
                        Comparator.comparingLong(Part::tokens).reversed())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    final List<Map<String, ?>> rows = new ArrayList<>();
    final int most = sorted.size() > MOST ? MOST - 1 : sorted.size();
    sorted.subList(0, most).forEach(entry -> rows.add(row(entry.getKey(), entry.getValue())));
    sorted.subList(most, sorted.size()).stream()
        .map(Map.Entry::getValue)
        .reduce(Part::plus)
        .ifPresent(rest -> rows.add(row((sorted.size() - most) + " others", rest)));
    return rows;
  }

  private static Map<String, ?> row(String name, Part part) {
    return Map.of(
        "name", name,
        "jobs", part.jobs(),
        "input_tokens", part.input(),
        "output_tokens", part.output());
  }

  private static String note(List<Part> parts, boolean haveTeams) {
    final long ended = count(parts, "pending", false);
    final long read = count(parts, "read", true);
    final long denied = count(parts, "denied", true);
    if (ended == 0) {
      return "No job has ended.";
    }
    if (read == 0 && denied > 0) {
      return "Left out: manifests may not be read, as s3:GetObject is denied.";
    }
    final String note =
        String.format(
            Locale.ENGLISH,
            "Of %,d of %,d jobs that have ended, as their manifests tell.",
            read,
            ended);
    return haveTeams ? note : note + " Teams are left out, as tag:GetResources is denied.";
  }

  private static long count(List<Part> parts, String usage, boolean isSame) {
    return parts.stream()
        .filter(part -> part.usage().equals(usage) == isSame)
        .mapToLong(Part::jobs)
        .sum();
  }

  /** Jobs that have all this in common. */
  private record Part(
      String model, String team, String usage, String tags, long jobs, long input, long output) {
    static Part of(ResultSet row) throws SQLException {
      return new Part(
          row.getString("model"),
          row.getString("team"),
          row.getString("usage_state"),
          row.getString("tags_state"),
          row.getLong("jobs"),
          row.getLong("input_tokens"),
          row.getLong("output_tokens"));
    }

    Part plus(Part other) {
      return new Part(
          model, team, usage, tags, jobs + other.jobs, input + other.input, output + other.output);
    }

    long tokens() {
      return input + output;
    }
  }
}
