package io.github.bedrockjdbc.adapter.table;

import java.util.regex.Pattern;

/** Takes ARNs of jobs apart (API model: {@code ModelInvocationJobArn}). */
public final class JobArn {
  private static final Pattern FORM =
      Pattern.compile(
          "arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-invocation-job/[a-z0-9]{12}");

  private JobArn() {}

  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /** Of a text that is one. */
  public static String region(String arn) {
    return arn.split(":", -1)[3];
  }

  /** Of a text that is one. */
  public static String account(String arn) {
    return arn.split(":", -1)[4];
  }

  /** What all ARNs of the same region and account begin with. */
  public static String prefix(String arn) {
    return arn.substring(0, arn.lastIndexOf('/') + 1);
  }
}
