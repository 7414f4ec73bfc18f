package io.github.bedrockjdbc.adapter;

import java.util.regex.Pattern;

/** Takes ARNs of jobs apart (API model: {@code ModelInvocationJobArn}). */
final class JobArn {
  private static final Pattern FORM =
      Pattern.compile(
          "arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-invocation-job/[a-z0-9]{12}");

  private JobArn() {}

  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /** Of a text that is one. */
  static String region(String arn) {
    return arn.split(":", -1)[3];
  }

  /** Of a text that is one. */
  static String account(String arn) {
    return arn.split(":", -1)[4];
  }

  /** What all ARNs of the same region and account begin with. */
  static String prefix(String arn) {
    return arn.substring(0, arn.lastIndexOf('/') + 1);
  }
}
