package io.github.bedrockjdbc.adapter.detail;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A row whose details are being read. For one thread. */
final class DetailRow {
  private final Object[] input;
  private final Map<Detail, CompletableFuture<Object[]>> reads = new HashMap<>();

  DetailRow(Object[] input) {
    this.input = input;
  }

  Object[] input() {
    return input;
  }

  void started(Detail detail, CompletableFuture<Object[]> read) {
    reads.put(detail, read);
  }

  /** Null before it is started. */
  CompletableFuture<Object[]> read(Detail detail) {
    return reads.get(detail);
  }
}
