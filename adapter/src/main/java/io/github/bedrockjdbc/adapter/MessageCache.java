package io.github.bedrockjdbc.adapter;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Failure messages by ARN: a failed job stays as it is, so each is read once while there is room.
 * That a job has none is not kept: it may be that its message has not arrived yet.
 */
final class MessageCache {
  private static final long MOST_BYTES = 8L << 20;
  private static final int BYTES_OF_AN_ENTRY = 200;

  private final Map<String, String> messages = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /** Empty if none was read. */
  synchronized Optional<String> get(String jobArn) {
    return Optional.ofNullable(messages.get(jobArn));
  }

  synchronized void put(String jobArn, String message) {
    final String before = messages.put(jobArn, message);
    bytes += size(jobArn, message) - (before == null ? 0 : size(jobArn, before));
    final Iterator<Map.Entry<String, String>> eldest = messages.entrySet().iterator();
    while (bytes > MOST_BYTES && eldest.hasNext()) {
      final Map.Entry<String, String> forgotten = eldest.next();
      bytes -= size(forgotten.getKey(), forgotten.getValue());
      eldest.remove();
    }
  }

  private static long size(String jobArn, String message) {
    return BYTES_OF_AN_ENTRY + 2L * (jobArn.length() + message.length());
  }
}
