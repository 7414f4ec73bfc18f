package io.github.bedrockjdbc.emulator.http;

import io.github.bedrockjdbc.emulator.json.Json;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A response before it is sent.
 *
 * @param errorType null unless it is an error of the service
 * @param rows how many jobs, models, objects or the like are in it
 */
public record Answer(
    int status, Map<String, String> headers, String body, String errorType, int rows) {
  public Answer {
    headers = Collections.unmodifiableMap(new TreeMap<>(headers));
  }

  public static Answer error(int status, String type, String message) {
    return new Answer(
        status,
        Map.of("Content-Type", "application/json", "x-amzn-ErrorType", type),
        Json.text(Map.of("message", message)),
        type,
        0);
  }

  public Answer with(String header, String value) {
    return with(Map.of(header, value));
  }

  public Answer with(Map<String, String> others) {
    final Map<String, String> more = new TreeMap<>(headers);
    more.putAll(others);
    return new Answer(status, more, body, errorType, rows);
  }
}
