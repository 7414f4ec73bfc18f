package io.github.bedrockjdbc.adapter.detail;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.ApiOperation;
import io.github.bedrockjdbc.adapter.api.ApiRequest;
import io.github.bedrockjdbc.adapter.api.PlainText;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The call that reads a manifest: counts in the order of the columns, -1 for one not told. */
final class Manifest {
  /** In the order of {@link ManifestDetail#columns()}, behind the state. */
  private static final List<String> FIELDS =
      List.of(
          "inputTokenCount",
          "outputTokenCount",
          "totalRecordCount",
          "processedRecordCount",
          "successRecordCount",
          "errorRecordCount");

  private Manifest() {}

  /**
   * @param owner account that the bucket must belong to
   */
  static ApiRequest<long[]> request(S3Place place, Optional<String> owner) {
    final String shown = PlainText.of(place.toString(), 1100);
    return new ApiRequest<>(
        ApiOperation.GET_OBJECT,
        "Reading " + shown + " failed",
        shown,
        place.path(),
        Optional.of(place.bucket()),
        owner.map(id -> Map.of("x-amz-expected-bucket-owner", id)).orElse(Map.of()),
        Optional.empty(),
        Manifest::read,
        manifest -> 1);
  }

  private static long[] read(JsonParser parser) throws IOException {
    final long[] counts = new long[FIELDS.size()];
    Arrays.fill(counts, -1);
    boolean isOne = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      final int place = FIELDS.indexOf(parser.currentName());
      final JsonToken value = parser.nextToken();
      if (place >= 0 && value != JsonToken.VALUE_NULL) {
        counts[place] = count(parser);
        isOne = true;
      }
      parser.skipChildren();
    }
    if (!isOne) {
      throw new ApiException(Kind.BAD_ANSWER, "the object is not a manifest: it has no counts");
    }
    return counts;
  }

  private static long count(JsonParser parser) throws IOException {
    final boolean isCount =
        parser.currentToken() == JsonToken.VALUE_NUMBER_INT
            && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
            && parser.getLongValue() >= 0;
    if (!isCount) {
      throw new ApiException(
          Kind.BAD_ANSWER, "'" + parser.currentName() + "' in the manifest is not a count");
    }
    return parser.getLongValue();
  }
}
