package io.github.bedrockjdbc.adapter;

import java.util.Optional;

/**
 * What is known of the region and account that are asked.
 *
 * @param region empty only while a statement is planned and none is configured
 * @param arnPrefix what every job's ARN begins with, up to the id; empty until an answer told
 */
record SourceFacts(Optional<String> region, Optional<String> arnPrefix) {
  /** The account, once an answer told it. */
  Optional<String> account() {
    return arnPrefix.map(prefix -> prefix.split(":", -1)[4]);
  }

  /** Whether a job of this ARN can be there. */
  boolean mayHave(String jobArn) {
    return region.filter(known -> !known.equals(JobArn.region(jobArn))).isEmpty()
        && account().filter(known -> !known.equals(JobArn.account(jobArn))).isEmpty();
  }
}
