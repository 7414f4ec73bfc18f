package io.github.bedrockjdbc.benchmarks;

/** Something to be measured. */
@FunctionalInterface
interface Work {
  /** Does it once and tells how many jobs it has read, so that nobody wins by reading fewer. */
  long run() throws Exception;
}
