package io.github.bedrockjdbc.adapter.detail;

import static io.github.bedrockjdbc.adapter.table.DetailColumn.INPUT_TOKENS;
import static io.github.bedrockjdbc.adapter.table.DetailColumn.MANIFEST_ERROR_RECORDS;
import static io.github.bedrockjdbc.adapter.table.DetailColumn.MANIFEST_PROCESSED_RECORDS;
import static io.github.bedrockjdbc.adapter.table.DetailColumn.MANIFEST_SUCCESS_RECORDS;
import static io.github.bedrockjdbc.adapter.table.DetailColumn.MANIFEST_TOTAL_RECORDS;
import static io.github.bedrockjdbc.adapter.table.DetailColumn.OUTPUT_TOKENS;
import static io.github.bedrockjdbc.adapter.table.DetailColumn.USAGE_STATE;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiOperation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobStatus;
import io.github.bedrockjdbc.adapter.engine.AskedJob;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.table.DetailColumn;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.List;
import java.util.Optional;

/**
 * Token and record counts, which the service writes beside a job's output when the job has ended.
 */
final class ManifestDetail implements Detail {
  private static final String MANY =
      "%d manifests were read, with one request each; manifests of jobs that have ended are kept";

  @Override
  public List<DetailColumn> columns() {
    return List.of(
        USAGE_STATE,
        INPUT_TOKENS,
        OUTPUT_TOKENS,
        MANIFEST_TOTAL_RECORDS,
        MANIFEST_PROCESSED_RECORDS,
        MANIFEST_SUCCESS_RECORDS,
        MANIFEST_ERROR_RECORDS);
  }

  @Override
  public List<JobColumn> needs() {
    return List.of(
        JobColumn.JOB_ARN,
        JobColumn.STATUS,
        JobColumn.OUTPUT_S3_URI,
        JobColumn.OUTPUT_BUCKET_OWNER);
  }

  @Override
  public int batchSize() {
    return 1;
  }

  @Override
  public Optional<String> costs() {
    return Optional.of(
        ApiOperation.GET_OBJECT.wireName()
            + " of the manifest for each job that has ended, unless it is kept");
  }

  @Override
  public List<Object[]> read(List<Object[]> jobs, Engine engine, Execution execution) {
    return jobs.stream()
        .map(
            job ->
                read(
                    (String) job[0],
                    (String) job[1],
                    Optional.ofNullable((String) job[2]),
                    Optional.ofNullable((String) job[3]),
                    engine,
                    execution))
        .toList();
  }

  private static Object[] read(
      String arn,
      String status,
      Optional<String> output,
      Optional<String> owner,
      Engine engine,
      Execution execution) {
    final Optional<S3Place> place = output.flatMap(S3Place::of).map(at -> at.manifest(arn));
    if (place.isEmpty()) {
      return unknown(DetailState.NONE);
    }
    if (JobStatus.ofWireName(status).filter(JobStatus::isFinal).isEmpty()) {
      return unknown(DetailState.PENDING);
    }
    final Source source = engine.source(arn);
    final AskedJob asked = new AskedJob(arn, source.asker());
    final Optional<long[]> kept = engine.manifests().get(asked);
    if (kept.isPresent()) {
      return values(kept.get());
    }
    try {
      execution.countDetail(MANY);
      final long[] read = source.call(Manifest.request(place.get(), owner), execution);
      if (source.asker() == asked.asker()) {
        engine.manifests().put(asked, read);
      }
      return values(read);
    } catch (ApiException e) {
      final DetailState state = DetailState.of(e, engine.config());
      if (state.isWorthAWarning()) {
        execution.warn(state.warning("Manifests", ApiOperation.GET_OBJECT, e), arn);
      }
      return unknown(state);
    }
  }

  private static Object[] unknown(DetailState state) {
    return new Object[] {state.text(), null, null, null, null, null, null};
  }

  private static Object[] values(long[] counts) {
    final Object[] values = new Object[counts.length + 1];
    values[0] = DetailState.READ.text();
    for (int i = 0; i < counts.length; i++) {
      values[i + 1] = counts[i] < 0 ? null : (Object) counts[i];
    }
    return values;
  }
}
