package io.github.bedrockjdbc.adapter.config;

/** What becomes of a query when a region or account does not answer its first request. */
public enum OnUnreachable {
  /** The query fails. */
  FAIL,
  /** The others' rows, with a warning. */
  SKIP
}
