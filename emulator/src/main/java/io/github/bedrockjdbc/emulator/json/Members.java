package io.github.bedrockjdbc.emulator.json;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Members of a JSON object in the order in which they were added; what is null is left out. */
public final class Members {
  private final Map<String, Object> members = new LinkedHashMap<>();

  /** Adds a value that JSON has, or a time as {@code 2026-10-31T23:59:59.000Z}. */
  public Members with(String name, Object value) {
    if (value != null) {
      members.put(name, value instanceof Instant time ? milliseconds(time) : value);
    }
    return this;
  }

  /** Adds the members of another object. */
  public Members withAll(Map<String, Object> others) {
    members.putAll(others);
    return this;
  }

  /** What was added, to be changed by whoever takes it. */
  public Map<String, Object> map() {
    return members;
  }

  /** A page holds thousands, too many for a formatter. */
  private static String milliseconds(Instant time) {
    final LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
    final String thousand = Integer.toString(1000 + time.getNano() / 1_000_000);
    // Seconds that are zero are left out by LocalTime.
    return new StringBuilder(24)
        .append(utc.toLocalDate())
        .append('T')
        .append(utc.toLocalTime())
        .append(utc.getSecond() == 0 ? ":00." : ".")
        .append(thousand, 1, 4)
        .append('Z')
        .toString();
  }
}
