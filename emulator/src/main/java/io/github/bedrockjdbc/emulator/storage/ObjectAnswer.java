package io.github.bedrockjdbc.emulator.storage;

import io.github.bedrockjdbc.emulator.http.Answer;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An object as it is sent, or the range of it that is asked for. */
final class ObjectAnswer {
  private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,18})-([0-9]{0,18})");

  private ObjectAnswer() {}

  static Answer of(HttpRequest request, String text, Instant modified) {
    final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    final Answer whole =
        new Answer(
            200,
            Map.of(
                "Content-Type",
                "binary/octet-stream",
                "ETag",
                '"' + md5(bytes) + '"',
                "Accept-Ranges",
                "bytes",
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atZone(ZoneOffset.UTC))),
            text,
            null,
            1);
    // A range of another form is ignored, as HTTP has it.
    final Matcher range = RANGE.matcher(request.header("range").orElse(""));
    return range.matches() ? part(whole, bytes, range) : whole;
  }

  private static Answer part(Answer whole, byte[] bytes, Matcher range) {
    final long first = Long.parseLong(range.group(1));
    final long last =
        range.group(2).isEmpty()
            ? bytes.length - 1
            : Math.min(Long.parseLong(range.group(2)), bytes.length - 1);
    if (first > last) {
      throw new ServiceError(416, "InvalidRange", "The requested range is not satisfiable")
          .detail("RangeRequested", range.group())
          .detail("ActualObjectSize", Integer.toString(bytes.length));
    }
    final byte[] part = Arrays.copyOfRange(bytes, (int) first, (int) last + 1);
    return new Answer(
            206, whole.headers(), new String(part, StandardCharsets.UTF_8), null, whole.rows())
        .with("Content-Range", "bytes " + first + "-" + last + "/" + bytes.length);
  }

  /** The tag of an object that was put in one part. */
  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
