package io.github.bedrockjdbc.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a scan is asked for. Immutable, and free of any execution's values.
 *
 * @param branches a job is wanted if it meets one of them; none: no job is
 * @param residuals what is asked above the scan; of no effect on the rows
 * @param limit applied to the rows that meet a branch
 * @param projection columns of the rows, in order
 * @param messageRequired whether a failure message that may not be read fails the query
 */
record JobQuery(
    List<Branch> branches,
    List<Residual> residuals,
    Optional<Limit> limit,
    List<JobColumn> projection,
    boolean messageRequired) {

  /** Every job, every column. */
  static final JobQuery EVERYTHING =
      new JobQuery(List.of(Branch.ANY), List.of(), Optional.empty(), JobColumn.all(), false);

  JobQuery {
    branches = List.copyOf(branches);
    residuals = List.copyOf(residuals);
    projection = List.copyOf(projection);
  }

  JobQuery withBranches(List<Branch> newBranches) {
    return new JobQuery(newBranches, residuals, limit, projection, messageRequired);
  }

  JobQuery withResidual(Residual residual) {
    if (residuals.contains(residual)) {
      return this;
    }
    final List<Residual> all = new ArrayList<>(residuals);
    all.add(residual);
    return new JobQuery(branches, all, limit, projection, messageRequired);
  }

  JobQuery withLimit(Limit newLimit) {
    return new JobQuery(branches, residuals, Optional.of(newLimit), projection, messageRequired);
  }

  JobQuery withProjection(List<JobColumn> newProjection) {
    return new JobQuery(branches, residuals, limit, newProjection, messageRequired);
  }

  JobQuery withMessageRequired() {
    return new JobQuery(branches, residuals, limit, projection, true);
  }
}
