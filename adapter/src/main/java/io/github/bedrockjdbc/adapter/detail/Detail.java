package io.github.bedrockjdbc.adapter.detail;

import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.table.DetailColumn;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.List;
import java.util.Optional;

/** A source of columns about jobs. Has no state of its own; safe for several threads. */
interface Detail {
  /** The columns that it fills. */
  List<DetailColumn> columns();

  /** What it needs to know of a job, in the order in which it is given. */
  List<JobColumn> needs();

  /** How many jobs one request tells of; 0 for what needs none. */
  int batchSize();

  /** What it reads, for people: the operation and for which jobs; empty if nothing. */
  Optional<String> costs();

  /**
   * Reads it for a batch of jobs. Where it may not be read, or cannot be, the values say so; what
   * ends the query is thrown.
   *
   * @param jobs the needed values of each
   * @return the values of each, in the order of the columns
   */
  List<Object[]> read(List<Object[]> jobs, Engine engine, Execution execution);
}
