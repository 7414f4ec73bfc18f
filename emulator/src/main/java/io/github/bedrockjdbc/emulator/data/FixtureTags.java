package io.github.bedrockjdbc.emulator.data;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose a job is: tags as most of them have, decided by the job alone. */
public final class FixtureTags {
  private static final Pattern TEAM = Pattern.compile(".*/bedrock-batch-([a-z]+)");
  private static final List<String> TEAMS = List.of("claims", "search", "support", "research");
  private static final List<String> CENTERS = List.of("CC-1040", "CC-2210", "CC-2215", "CC-7001");
  private static final List<String> ENVIRONMENTS =
      List.of("prod", "prod", "prod", "staging", "dev");

  private FixtureTags() {}

  /** By key; empty for the few jobs that nobody tagged. */
  public static Map<String, String> of(Job job) {
    final long key = (job.arn().key() * 0x9e3779b97f4a7c15L) >>> 16;
    if (key % 12 == 0) {
      return Map.of();
    }
    final String team = team(job, key);
    final Map<String, String> tags = new TreeMap<>();
    tags.put("team", team);
    if (key % 7 > 0) {
      tags.put("cost-center", CENTERS.get(Math.max(0, TEAMS.indexOf(team))));
    }
    if (key % 5 > 0) {
      tags.put("environment", ENVIRONMENTS.get((int) (key / 5 % ENVIRONMENTS.size())));
    }
    if (key % 61 == 0) {
      tags.put("note", "re-run: \"week 17\" \\ naïve, 日本語");
    }
    if (key % 67 == 0) {
      tags.put("owner", "");
    }
    return tags;
  }

  private static String team(Job job, long key) {
    final Matcher matcher = TEAM.matcher(String.valueOf(job.roleArn()));
    return matcher.matches() ? matcher.group(1) : TEAMS.get((int) (key / 3 % TEAMS.size()));
  }
}
