package io.github.bedrockjdbc.adapter;

/** What becomes of a query when a region or account does not answer its first request. */
enum OnUnreachable {
  /** The query fails. */
  FAIL,
  /** The others' rows, with a warning. */
  SKIP
}
