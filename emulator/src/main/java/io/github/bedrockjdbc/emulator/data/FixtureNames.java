package io.github.bedrockjdbc.emulator.data;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Names that people and schedulers give to jobs, and odd ones that are legal all the same. Source:
 * API model, {@code ModelInvocationJobName}: 1 to 63 of letters, digits, {@code +}, {@code -},
 * {@code .}; the first one a letter or digit.
 */
public final class FixtureNames {
  public static final int LONGEST = 63;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final List<String> WHO =
      List.of("nightly", "weekly", "claims", "support", "search", "legal", "catalog", "R.and.D");
  private static final List<String> WHAT =
      List.of("summaries", "triage", "embeddings", "extract", "labels", "translate", "eval-run");

  private FixtureNames() {}

  static String pick(Instant time, SplittableRandom random) {
    final String who = WHO.get(random.nextInt(WHO.size()));
    final String what = WHAT.get(random.nextInt(WHAT.size()));
    final int number = random.nextInt(1, 1000);
    final String name =
        switch (random.nextInt(12)) {
          // Names that come again and again, and some that differ in case only.
          case 0 -> who + "-" + what;
          case 1 -> (who + "-" + what).toUpperCase(Locale.ROOT);
          case 2 -> Character.toUpperCase(who.charAt(0)) + who.substring(1) + "-" + what;
          case 3 -> who + "-" + number;
          case 4 -> who + "." + what + ".v" + number % 10;
          case 5 -> who + "+" + what + "---" + number;
          case 6 -> padded(who + "-" + what + "-run-" + number + "-");
          case 7 -> Integer.toString(number % 10);
          case 8 -> "batch-" + Long.toString(random.nextLong(1L << 40), 36) + "--";
          default -> who + "-" + what + "-" + DAY.format(time);
        };
    return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
  }

  private static String padded(String start) {
    return start + "x".repeat(LONGEST - start.length());
  }
}
