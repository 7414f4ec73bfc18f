package io.github.bedrockjdbc.adapter.api;

import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * A call as data: what is asked for, and how the answer is read. Immutable.
 *
 * @param failed what a message about a failure begins with
 * @param shown the parameters for people, without a secret; a token as {@code *}
 * @param path what follows the host, percent-encoded, with its query; of an object its key
 * @param bucket the bucket that an object is in, which its host or path names
 * @param headers besides those of the signature
 * @param body what is posted; empty for a GET
 * @param reader of the answer, which is a JSON object
 * @param rows how many things an answer holds, for the record of calls
 */
public record ApiRequest<T>(
    ApiOperation operation,
    String failed,
    String shown,
    String path,
    Optional<String> bucket,
    Map<String, String> headers,
    Optional<String> body,
    ObjectReader<T> reader,
    ToIntFunction<T> rows) {

  /** Copies the headers. */
  public ApiRequest {
    headers = Map.copyOf(headers);
  }

  /** A GET without headers of its own. */
  public static <T> ApiRequest<T> get(
      ApiOperation operation,
      String failed,
      String shown,
      String path,
      ObjectReader<T> reader,
      ToIntFunction<T> rows) {
    return new ApiRequest<>(
        operation, failed, shown, path, Optional.empty(), Map.of(), Optional.empty(), reader, rows);
  }
}
