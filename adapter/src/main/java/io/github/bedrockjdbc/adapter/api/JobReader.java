package io.github.bedrockjdbc.adapter.api;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Makes a row of one job in an answer. */
@FunctionalInterface
public interface JobReader<R> {
  /**
   * Reads the object at whose start the parser stands, and leaves it at that object's end.
   *
   * @throws IOException if the text is not JSON
   * @throws ApiException {@code BAD_ANSWER} if it is JSON but not a job
   */
  R read(JsonParser parser) throws IOException;
}
