package io.github.bedrockjdbc.adapter;

/**
 * A predicate that stays above the scan.
 *
 * @param predicate as {@code EXPLAIN} shows it
 * @param reason why the service cannot be asked for it
 */
record Residual(String predicate, String reason) {
  @Override
  public String toString() {
    return predicate + " (" + reason + ")";
  }
}
