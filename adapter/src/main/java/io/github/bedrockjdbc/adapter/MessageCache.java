package io.github.bedrockjdbc.adapter;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Failure messages by ARN: a failed job stays as it is, so each is read once while there is room.
 */
final class MessageCache {
  private static final long MOST_BYTES = 8L << 20;
  private static final int BYTES_OF_AN_ENTRY = 200;

  private final Map<String, Optional<String>> messages = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /** Null if it was not read; an empty {@code Optional} if the job has none. */
  synchronized Optional<String> get(String jobArn) {
    return messages.get(jobArn);
  }

  synchronized void put(String jobArn, Optional<String> message) {
    if (messages.put(jobArn, message) == null) {
      bytes += size(message);
    }
    final Iterator<Optional<String>> eldest = messages.values().iterator();
    while (bytes > MOST_BYTES && eldest.hasNext()) {
      bytes -= size(eldest.next());
      eldest.remove();
    }
  }

  private static long size(Optional<String> message) {
    return BYTES_OF_AN_ENTRY + 2L * message.map(String::length).orElse(0);
  }
}
