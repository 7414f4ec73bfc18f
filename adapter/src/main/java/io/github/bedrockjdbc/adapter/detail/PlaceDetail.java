package io.github.bedrockjdbc.adapter.detail;

import static io.github.bedrockjdbc.adapter.table.DetailColumn.INPUT_NAME;
import static io.github.bedrockjdbc.adapter.table.DetailColumn.MANIFEST_URI;
import static io.github.bedrockjdbc.adapter.table.DetailColumn.RESULT_URI;

import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.table.DetailColumn;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.List;
import java.util.Optional;

/** Where the files of a job are, which follows from where its input and output are. */
final class PlaceDetail implements Detail {
  @Override
  public List<DetailColumn> columns() {
    return List.of(MANIFEST_URI, INPUT_NAME, RESULT_URI);
  }

  @Override
  public List<JobColumn> needs() {
    return List.of(JobColumn.JOB_ARN, JobColumn.INPUT_S3_URI, JobColumn.OUTPUT_S3_URI);
  }

  @Override
  public int batchSize() {
    return 0;
  }

  @Override
  public Optional<String> costs() {
    return Optional.empty();
  }

  @Override
  public List<Object[]> read(List<Object[]> jobs, Engine engine, Execution execution) {
    return jobs.stream().map(job -> places((String) job[0], (String) job[1], job[2])).toList();
  }

  private static Object[] places(String arn, String input, Object output) {
    final Optional<S3Place> folder = Optional.ofNullable((String) output).flatMap(S3Place::of);
    final Optional<String> name =
        Optional.ofNullable(input)
            .map(uri -> uri.substring(uri.lastIndexOf('/') + 1))
            .filter(file -> !file.isEmpty());
    return new Object[] {
      folder.map(at -> at.manifest(arn).toString()).orElse(null),
      name.orElse(null),
      folder.flatMap(at -> name.map(file -> at.ofJob(arn, file + ".out").toString())).orElse(null)
    };
  }
}
