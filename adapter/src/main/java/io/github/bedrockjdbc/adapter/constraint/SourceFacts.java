package io.github.bedrockjdbc.adapter.constraint;

import io.github.bedrockjdbc.adapter.api.Arn;
import java.util.Optional;

/**
 * What is known of the region and account that are asked.
 *
 * @param region empty only while a statement is planned and none is configured
 * @param givenAccount as the role tells that is assumed
 * @param arnPrefix what every job's ARN begins with, up to the id; empty until an answer told
 * @param overfetch rows to request beyond a limit where they come in order
 */
public record SourceFacts(
    Optional<String> region,
    Optional<String> givenAccount,
    Optional<String> arnPrefix,
    int overfetch) {

  /** The account, once settings or an answer told it. */
  public Optional<String> account() {
    return givenAccount.or(() -> arnPrefix.map(Arn::account));
  }

  /** Whether a job of this ARN can be there. */
  public boolean mayHave(String jobArn) {
    return region.filter(known -> !known.equals(Arn.region(jobArn))).isEmpty()
        && account().filter(known -> !known.equals(Arn.account(jobArn))).isEmpty();
  }
}
