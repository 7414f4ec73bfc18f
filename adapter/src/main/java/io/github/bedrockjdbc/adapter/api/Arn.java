package io.github.bedrockjdbc.adapter.api;

/** Takes ARNs apart: {@code arn:partition:service:region:account:resource}. */
public final class Arn {
  private static final int REGION = 3;
  private static final int ACCOUNT = 4;

  private Arn() {}

  /** The region; an empty text where there is none, or where the text is no ARN. */
  public static String region(String arn) {
    return part(arn, REGION);
  }

  /** The account; an empty text where there is none, or where the text is no ARN. */
  public static String account(String arn) {
    return part(arn, ACCOUNT);
  }

  /** From 0; rows have ARNs, hence no array of all parts. */
  private static String part(String arn, int number) {
    int start = 0;
    int end = arn.indexOf(':');
    for (int i = 0; i < number && end >= 0; i++) {
      start = end + 1;
      end = arn.indexOf(':', start);
    }
    return end < 0 ? "" : arn.substring(start, end);
  }
}
