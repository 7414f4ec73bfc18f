package io.github.bedrockjdbc.emulator.query;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.json.JsonReader;
import java.util.Map;
import java.util.Set;

/** What a behavior does to answers after they were right. */
public final class Oddities {
  private static final String UNKNOWN_FIELDS =
      """
      {"priorityClass": "Flex", "estimatedCost": 12.5, "archived": false,
       "retryPolicy": {"maxAttempts": 3, "on": ["Throttling", {"after": [9]}], "until": null},
       "tagKeys": ["team", "cost-center", []]}
      """;

  private final Behavior behavior;
  private final Set<String> missing;
  private final Set<String> unreadable;
  private final boolean unknownFields;

  public Oddities(Behavior behavior) {
    this.behavior = behavior;
    this.missing = behavior.get(Knob.MISSING_FIELDS);
    this.unreadable = behavior.get(Knob.UNREADABLE_FIELDS);
    this.unknownFields = behavior.get(Knob.UNKNOWN_FIELDS);
  }

  /** Whether the job's members stay as they are. */
  public boolean leaves(Job job) {
    return untouched() || !behavior.isOdd(job);
  }

  /** The job's members with what is odd about it. */
  public Map<String, Object> applied(Job job, Map<String, Object> members) {
    return applied(behavior.isOdd(job), members);
  }

  /** The members with what is odd about them, if it is their turn. */
  public Map<String, Object> applied(boolean odd, Map<String, Object> members) {
    if (untouched() || !odd) {
      return members;
    }
    members.keySet().removeAll(missing);
    unreadable.forEach(name -> members.replace(name, "as soon as possible"));
    return whole(members);
  }

  private boolean untouched() {
    return missing.isEmpty() && unreadable.isEmpty() && !unknownFields;
  }

  /** An answer's own members with what nobody has heard of. */
  public Map<String, Object> whole(Map<String, Object> members) {
    if (unknownFields) {
      ((Map<?, ?>) JsonReader.read(UNKNOWN_FIELDS))
          .forEach((name, value) -> members.put((String) name, value));
    }
    return members;
  }
}
