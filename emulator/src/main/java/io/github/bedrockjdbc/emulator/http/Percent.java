package io.github.bedrockjdbc.emulator.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent encoding as Signature Version 4 wants it: all but RFC 3986's unreserved characters. */
public final class Percent {
  private static final String UNRESERVED = "-._~";

  private Percent() {}

  public static String encode(String text) {
    final StringBuilder out = new StringBuilder();
    for (final byte b : text.getBytes(StandardCharsets.UTF_8)) {
      final char c = (char) (b & 0xff);
      if (c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
        out.append(c);
      } else {
        out.append('%');
        out.append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return out.toString();
  }

  /** A path's segment; {@code +} stands for itself. */
  public static String decode(String text) {
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      final char c = text.charAt(i);
      if (c != '%') {
        out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
        continue;
      }
      if (i + 2 >= text.length() || !text.substring(i + 1, i + 3).matches("[0-9a-fA-F]{2}")) {
        throw ServiceError.validation("The request is not percent-encoded correctly.");
      }
      out.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
      i += 2;
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** A query's name or value; {@code +} stands for a blank. */
  static String decodeQuery(String text) {
    return decode(text.replace('+', ' '));
  }
}
