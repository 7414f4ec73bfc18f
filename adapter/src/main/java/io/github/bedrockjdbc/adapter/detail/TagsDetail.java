package io.github.bedrockjdbc.adapter.detail;

import static io.github.bedrockjdbc.adapter.table.DetailColumn.TAGS;
import static io.github.bedrockjdbc.adapter.table.DetailColumn.TAGS_STATE;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiOperation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.engine.AskedJob;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.kept.KeptValues;
import io.github.bedrockjdbc.adapter.kept.Moment;
import io.github.bedrockjdbc.adapter.table.DetailColumn;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tags, as the tagging service lists them. */
final class TagsDetail implements Detail {
  @Override
  public List<DetailColumn> columns() {
    return List.of(TAGS_STATE, TAGS);
  }

  @Override
  public List<JobColumn> needs() {
    return List.of(JobColumn.JOB_ARN);
  }

  @Override
  public int batchSize() {
    return TagRequest.MOST_ARNS;
  }

  @Override
  public Optional<String> costs() {
    return Optional.of(
        "%s for each %d jobs, unless their tags are kept"
            .formatted(ApiOperation.GET_RESOURCES.wireName(), batchSize()));
  }

  @Override
  public List<Object[]> read(List<Object[]> jobs, Engine engine, Execution execution) {
    final Map<Source, List<String>> arnsBySource =
        jobs.stream()
            .map(job -> (String) job[0])
            .distinct()
            .collect(Collectors.groupingBy(engine::source));
    final Map<String, Object[]> valuesByArn = new HashMap<>();
    arnsBySource.forEach(
        (source, arns) -> valuesByArn.putAll(read(arns, source, engine, execution)));
    return jobs.stream().map(job -> valuesByArn.get((String) job[0])).toList();
  }

  private static Map<String, Object[]> read(
      List<String> arns, Source source, Engine engine, Execution execution) {
    final Map<String, Object[]> values = new HashMap<>();
    final KeptValues kept = engine.values();
    final long asker = source.askerNow(execution);
    for (String arn : arns) {
      kept.get(new AskedJob(arn, asker), execution.maxAge())
          .ifPresent(known -> values.put(arn, ((Object[]) known).clone()));
    }
    final List<String> asked = arns.stream().filter(arn -> !values.containsKey(arn)).toList();
    if (asked.isEmpty()) {
      return values;
    }
    final Moment begun = kept.now();
    try {
      final Map<String, String> tagsByArn = source.call(TagRequest.of(asked), execution);
      for (String arn : asked) {
        final Object[] found = found(tagsByArn.get(arn));
        if (source.asker() == asker) {
          kept.put(new AskedJob(arn, asker), found.clone(), begun, execution.maxAge());
        }
        values.put(arn, found);
      }
    } catch (ApiException e) {
      final DetailState state =
          DetailState.of(e, engine.config()) == DetailState.DENIED
              ? DetailState.DENIED
              : DetailState.UNREADABLE;
      final String warning = state.warning("Tags", ApiOperation.GET_RESOURCES, e);
      asked.forEach(arn -> execution.warn(warning, arn));
      asked.forEach(arn -> values.put(arn, new Object[] {state.text(), null}));
    }
    return values;
  }

  private static Object[] found(String tags) {
    return new Object[] {(tags == null ? DetailState.UNLISTED : DetailState.READ).text(), tags};
  }
}
