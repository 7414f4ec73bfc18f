package io.github.bedrockjdbc.adapter.table;

import java.util.regex.Pattern;

/** ARNs of jobs (API model: {@code ModelInvocationJobArn}). */
public final class JobArn {
  private static final Pattern FORM =
      Pattern.compile(
          "arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-invocation-job/[a-z0-9]{12}");

  private JobArn() {}

  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /** What all ARNs of the same region and account begin with. */
  public static String prefix(String arn) {
    return arn.substring(0, arn.lastIndexOf('/') + 1);
  }
}
