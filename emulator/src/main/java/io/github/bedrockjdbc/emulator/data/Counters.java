package io.github.bedrockjdbc.emulator.data;

import io.github.bedrockjdbc.emulator.json.Members;
import java.util.Map;

/**
 * A job's record counters; a null component is a field that the answer leaves out.
 *
 * @param total {@code totalRecordCount}
 * @param processed {@code processedRecordCount}
 * @param success {@code successRecordCount}
 * @param error {@code errorRecordCount}
 */
public record Counters(Long total, Long processed, Long success, Long error) {
  /** No counters, as for jobs older than the counters. */
  public static final Counters NONE = new Counters(null, null, null, null);

  /** What a job shows before its processing starts. */
  public static final Counters ZERO = new Counters(0L, 0L, 0L, 0L);

  /** Its fields as they stand among those of a job, and of a manifest. */
  public Map<String, Object> members() {
    return new Members()
        .with("totalRecordCount", total)
        .with("processedRecordCount", processed)
        .with("successRecordCount", success)
        .with("errorRecordCount", error)
        .map();
  }

  /** True if the answer leaves none out. */
  boolean isWhole() {
    return total != null && processed != null && success != null && error != null;
  }
}
