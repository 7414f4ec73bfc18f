package io.github.bedrockjdbc.adapter.api;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Makes something of one JSON object in an answer: a row of a job, or of the whole answer. */
@FunctionalInterface
public interface ObjectReader<R> {
  /**
   * Reads the object at whose start the parser stands, and leaves it at that object's end.
   *
   * @throws IOException if the text is not JSON
   * @throws ApiException {@code BAD_ANSWER} if it is JSON but not what was asked for
   */
  R read(JsonParser parser) throws IOException;

  /**
   * Told when an answer is here, before it is read; again if it cannot be read and is asked for
   * once more.
   *
   * @param body not a copy; what follows the length does not count
   * @return whether something was begun that relies on this answer, so that another one is of no
   *     use
   */
  default boolean arrived(byte[] body, int length) {
    return false;
  }
}
