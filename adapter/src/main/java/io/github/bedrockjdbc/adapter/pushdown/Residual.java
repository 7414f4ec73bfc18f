package io.github.bedrockjdbc.adapter.pushdown;

/**
 * A predicate that stays above the scan.
 *
 * @param predicate as {@code EXPLAIN} shows it
 * @param reason why the scan does not answer it alone
 */
public record Residual(String predicate, String reason) {

  /**
   * The reason, by what the scan checks all the same.
   *
   * @param check what it checks of the predicate
   */
  static String reason(Check check) {
    return check.equals(Check.And.TRUE) ? Reasons.NO_PARAMETER : "only " + check + " is sent";
  }

  @Override
  public String toString() {
    return predicate + " (" + reason + ")";
  }
}
