package io.github.bedrockjdbc.emulator.data;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a job's ARN: region, account and the twelve characters of its id. */
public record JobArn(String region, String account, String id) {
  private static final int DIGITS = 12; // of an account, and of an id
  private static final String KIND = ":model-invocation-job/";

  private static final Pattern PATTERN =
      Pattern.compile(
          "arn:aws(?:-[^:]+)?:bedrock:([a-z0-9-]{1,20}):([0-9]{12})" + KIND + "([a-z0-9]{12})");

  /** Empty if the text is no job's ARN. */
  public static Optional<JobArn> of(String text) {
    final Matcher matcher = PATTERN.matcher(text);
    return matcher.matches()
        ? Optional.of(new JobArn(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  /** The parts of what is known to be a job's ARN: each job is asked for them again and again. */
  static JobArn known(String arn) {
    final int id = arn.length() - DIGITS;
    final int account = id - KIND.length() - DIGITS;
    final int region = arn.lastIndexOf(':', account - 2) + 1;
    return new JobArn(
        arn.substring(region, account - 1),
        arn.substring(account, account + DIGITS),
        arn.substring(id));
  }

  /** The id as a number; twelve digits to the base 36 fit into 63 bits. */
  public long key() {
    return Long.parseLong(id, 36);
  }
}
